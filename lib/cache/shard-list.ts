import type { PartRef } from '../contract/manifest.ts';
import type { GlyphShard } from '../contract/parts/glyph-shard.ts';
import { lanesOfHash } from '../util/hash64.ts';

/** The glyph shards of one list of a manifest: their ranges as numbers, and those that are in memory. */
export class ShardList {
  readonly #refs: readonly PartRef[];
  readonly #shards: (GlyphShard | null)[];
  /** High and low lane of each first and last hash, one after the other. */
  readonly #bounds: Uint32Array;
  /** High lane of the first hash, and shards per unit of it. */
  readonly #least: number;
  readonly #density: number;
  #loaded = 0;

  /** @param list ascending, as `checkManifest` makes sure */
  constructor(list: readonly PartRef[]) {
    this.#refs = list.filter(({ kind, count }) => kind === 'glyphs' && count > 0);
    this.#shards = this.#refs.map(() => null);
    this.#bounds = Uint32Array.from(
      this.#refs.flatMap((ref) => {
        const [first, last] = [lanesOfHash(ref.first), lanesOfHash(ref.last)];
        return [first.high, first.low, last.high, last.low];
      }),
    );
    this.#least = this.#bounds[0] ?? 0;
    this.#density = this.#refs.length / ((this.#bounds.at(-2) ?? 0) + 1 - this.#least);
  }

  /** There is no shard in it. */
  get isEmpty(): boolean {
    return this.#refs.length === 0;
  }

  /** All shards are in memory. */
  get isWhole(): boolean {
    return this.#loaded === this.#refs.length;
  }

  /** Entries of all shards. */
  get count(): number {
    return this.#refs.reduce((sum, { count }) => sum + count, 0);
  }

  /** Those in memory. */
  get shards(): readonly GlyphShard[] {
    return this.#shards.filter((shard) => shard !== null);
  }

  keep(ref: PartRef, shard: GlyphShard): void {
    const index = this.#refs.indexOf(ref);
    if (this.#shards[index] === null) this.#loaded++;
    this.#shards[index] = shard;
  }

  /** The shard whose range holds a hash, where it is not in memory. */
  missing(high: number, low: number): PartRef | null {
    const index = this.#find(high, low);
    return index === -1 || this.#shards[index] !== null ? null : (this.#refs[index] as PartRef);
  }

  /** The shard whose range holds a hash: null where there is none, undefined where it is not in memory. */
  at(high: number, low: number): GlyphShard | null | undefined {
    const index = this.#find(high, low);
    return index === -1 ? null : (this.#shards[index] ?? undefined);
  }

  #find(high: number, low: number): number {
    const bounds = this.#bounds;
    const end = this.#refs.length - 1;
    if (end < 0) return -1;
    // Hashes are spread evenly, so their size tells the shard or its neighbour.
    let index = Math.max(0, Math.min(end, Math.floor((high - this.#least) * this.#density)));
    while (index > 0 && isBelow(high, low, bounds, index * 4)) index--;
    while (index < end && !isBelow(high, low, bounds, index * 4 + 4)) index++;
    const at = index * 4;
    if (isBelow(high, low, bounds, at)) return -1;
    const lastHigh = bounds[at + 2] as number;
    const isAbove = high > lastHigh || (high === lastHigh && low > (bounds[at + 3] as number));
    return isAbove ? -1 : index;
  }
}

/** True where a hash is below the one that stands at an index. */
function isBelow(high: number, low: number, bounds: Uint32Array, at: number): boolean {
  const other = bounds[at] as number;
  return high < other || (high === other && low < (bounds[at + 1] as number));
}
