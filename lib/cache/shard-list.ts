import type { PartRef } from '../contract/manifest.ts';
import type { GlyphShard } from '../contract/parts/glyph-shard.ts';
import { lanesOfHash } from '../util/hash64.ts';

/** The glyph shards of one list of a manifest: their ranges as numbers, and those that are in memory. */
export class ShardList {
  readonly #refs: readonly PartRef[];
  readonly #shards: (GlyphShard | null)[];
  /** High and low lane of each first and last hash, one after the other. */
  readonly #bounds: Uint32Array;
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
  }

  /** All shards are in memory. */
  get isWhole(): boolean {
    return this.#loaded === this.#refs.length;
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
    let from = 0;
    let to = this.#refs.length - 1;
    while (from <= to) {
      const middle = (from + to) >> 1;
      const at = middle * 4;
      if (compare(bounds[at + 2] as number, bounds[at + 3] as number, high, low) < 0) from = middle + 1;
      else if (compare(bounds[at] as number, bounds[at + 1] as number, high, low) > 0) to = middle - 1;
      else return middle;
    }
    return -1;
  }
}

function compare(high: number, low: number, otherHigh: number, otherLow: number): number {
  return high - otherHigh || low - otherLow;
}
