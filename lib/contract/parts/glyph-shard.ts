import { hashOfLanes } from '../../util/hash64.ts';
import { GlyphTable } from './glyph-table.ts';

/** A record key's badge. */
export interface GlyphEntry {
  /** Hash of the key, 16 hex digits. */
  hash: string;
  /** Index into the manifest's glyphs. */
  glyph: number;
}

/** Bytes per entry: high lane, low lane (4 each), index into the manifest's glyphs (2); big endian. */
const ENTRY_BYTES = 10;
const GLYPH_AT = 8;
/** Steps of a search by size before it goes on by halves. */
const GUESSES = 6;
/** Searches after which a table pays, and by how many more that varies: not all shards get theirs in one look-up. */
const SEARCHES = 32;
const MORE_SEARCHES = 64;

/**
 * A shard as it is compressed: first the highest byte of all hashes, then the next one of all, and last the two bytes of
 * the indexes. Hashes are noise, but neighbours have their first bytes in common.
 * @param entries ascending by hash, each hash once
 */
export function joinGlyphs(entries: readonly GlyphEntry[]): Uint8Array<ArrayBuffer> {
  const count = entries.length;
  const planes = new Uint8Array(count * ENTRY_BYTES);
  for (const [i, { hash, glyph }] of entries.entries()) {
    for (let byte = 0; byte < GLYPH_AT; byte++) {
      planes[byte * count + i] = Number.parseInt(hash.slice(byte * 2, byte * 2 + 2), 16);
    }
    planes[GLYPH_AT * count + i] = glyph >> 8;
    planes[(GLYPH_AT + 1) * count + i] = glyph;
  }
  return planes;
}

/**
 * A shard as it is searched: where it lies, for a start of the worker has no time to bring it into another form. One that
 * is asked again and again gets a table.
 */
export class GlyphShard {
  readonly count: number;
  readonly #planes: Uint8Array;
  /** High lanes between which all are. */
  readonly #least: number;
  readonly #most: number;
  #searches = 0;
  #table: GlyphTable | null = null;

  /** Bytes of a shard of so many entries. */
  static bytesOf(count: number): number {
    return count * ENTRY_BYTES;
  }

  /** @throws TypeError where the bytes are not `count` entries */
  constructor(planes: Uint8Array, count: number) {
    if (planes.length !== GlyphShard.bytesOf(count)) throw new TypeError(`not ${count} glyphs`);
    this.#planes = planes;
    this.count = count;
    this.#least = count === 0 ? 0 : lane(planes, count, 0);
    this.#most = count === 0 ? 0 : lane(planes, count, count - 1) + 1;
  }

  /** What it was made of. */
  get bytes(): Uint8Array {
    return this.#planes;
  }

  /** Index into `manifest.glyphs` for a hash, or -1. */
  find(high: number, low: number): number {
    if (this.#table !== null) return this.#table.find(high, low);
    if (++this.#searches === SEARCHES + (this.#least % MORE_SEARCHES)) this.#table = this.#toTable();
    return this.#search(high, low);
  }

  #search(high: number, low: number): number {
    const planes = this.#planes;
    const { count } = this;
    let from = 0;
    let to = count - 1;
    let least = this.#least;
    let most = this.#most;
    for (let steps = 0; from <= to; steps++) {
      // Hashes are spread evenly, so their size tells where they are; where they are not, halves do.
      const share = steps < GUESSES ? (high - least) / (most - least) : 0.5;
      const index = from + Math.max(0, Math.min(to - from, Math.floor(share * (to - from + 1))));
      const found = lane(planes, count, index);
      const order = found - high || lane(planes, count, index + 4 * count) - low;
      if (order === 0) return this.glyphAt(index);
      if (order < 0) {
        from = index + 1;
        least = found;
      } else {
        to = index - 1;
        most = found + 1;
      }
    }
    return -1;
  }

  #toTable(): GlyphTable {
    const table = new GlyphTable(this.count);
    for (let i = 0; i < this.count; i++) {
      const [high, low] = [
        lane(this.#planes, this.count, i),
        lane(this.#planes, this.count, i + 4 * this.count),
      ];
      table.add(high, low, this.glyphAt(i));
    }
    return table;
  }

  /** Index into `manifest.glyphs` of an entry. */
  glyphAt(index: number): number {
    const at = GLYPH_AT * this.count + index;
    return ((this.#planes[at] as number) << 8) | (this.#planes[at + this.count] as number);
  }

  /** Hash of an entry, 16 hex digits. */
  hashAt(index: number): string {
    return hashOfLanes(
      lane(this.#planes, this.count, index),
      lane(this.#planes, this.count, index + 4 * this.count),
    );
  }
}

/** Four bytes, each of its plane; `at` where the first of them stands. */
function lane(planes: Uint8Array, count: number, at: number): number {
  const bytes =
    ((planes[at] as number) << 24) |
    ((planes[at + count] as number) << 16) |
    ((planes[at + 2 * count] as number) << 8) |
    (planes[at + 3 * count] as number);
  return bytes >>> 0;
}
