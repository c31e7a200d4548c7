import { hashOfLanes } from '../../util/hash64.ts';

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
/** Searches in vain after which it pays to remember what is there at all. */
const MOST_MISSES = 16;

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

/** A shard as it is searched: where it lies, for a start of the worker has no time to bring it into another form. */
export class GlyphShard {
  readonly count: number;
  readonly #planes: Uint8Array;
  /** High lanes between which all are. */
  readonly #least: number;
  readonly #most: number;
  #misses = 0;
  /** A bit for each value that the last two bytes of a hash here have; null before it pays. */
  #present: Uint8Array | null = null;

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

  /** Index into `manifest.glyphs` for a hash, or -1. Whoever sees ten territories asks nine of ten shards in vain. */
  find(high: number, low: number): number {
    if (this.#present !== null && !hasBit(this.#present, low & 0xffff)) return -1;
    const found = this.#search(high, low);
    if (found === -1 && ++this.#misses === MOST_MISSES) this.#present = this.#lastBytes();
    return found;
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

  #lastBytes(): Uint8Array {
    const present = new Uint8Array(0x10000 / 8);
    const at = (GLYPH_AT - 2) * this.count;
    for (let i = at; i < at + this.count; i++) {
      const value = ((this.#planes[i] as number) << 8) | (this.#planes[i + this.count] as number);
      present[value >> 3] = (present[value >> 3] as number) | (1 << (value & 7));
    }
    return present;
  }

  /** Index into `manifest.glyphs` of an entry. */
  glyphAt(index: number): number {
    const at = GLYPH_AT * this.count + index;
    return ((this.#planes[at] as number) << 8) | (this.#planes[at + this.count] as number);
  }

  /** Hash of an entry, 16 hex digits. */
  hashAt(index: number): string {
    return hashOfLanes(this.highAt(index), this.lowAt(index));
  }

  /** High lane of an entry's hash. */
  highAt(index: number): number {
    return lane(this.#planes, this.count, index);
  }

  /** Low lane of an entry's hash. */
  lowAt(index: number): number {
    return lane(this.#planes, this.count, index + 4 * this.count);
  }
}

function hasBit(bits: Uint8Array, at: number): boolean {
  return ((bits[at >> 3] as number) & (1 << (at & 7))) !== 0;
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
