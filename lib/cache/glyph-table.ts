/** Places per entry: half of them stay empty, so that a search ends after one or two. */
const PLACES_PER_ENTRY = 2;
/** Numbers per place: high lane, low lane, glyph and one (0: the place is empty). */
const WIDTH = 3;
const LANES = 2 ** 32;

/**
 * Glyphs by the high lane of their hash: a search reads one piece of memory, or two, and the entries of a shard, which
 * come in that order, are written one beside the other.
 */
export class GlyphTable {
  readonly #places: number;
  readonly #numbers: Uint32Array;

  /** @param count entries that are going to be added at most */
  constructor(count: number) {
    this.#places = count * PLACES_PER_ENTRY + 1;
    this.#numbers = new Uint32Array(this.#places * WIDTH);
  }

  /** What is there stays. */
  add(high: number, low: number, glyph: number): void {
    const numbers = this.#numbers;
    let at = this.#firstAt(high);
    while (numbers[at + 2] !== 0) {
      if (numbers[at + 1] === low && numbers[at] === high) return;
      at = this.#after(at);
    }
    numbers[at] = high;
    numbers[at + 1] = low;
    numbers[at + 2] = glyph + 1;
  }

  /** The glyph of a hash, or -1. */
  find(high: number, low: number): number {
    const numbers = this.#numbers;
    for (let at = this.#firstAt(high); numbers[at + 2] !== 0; at = this.#after(at)) {
      if (numbers[at + 1] === low && numbers[at] === high) return (numbers[at + 2] as number) - 1;
    }
    return -1;
  }

  /** Hashes are spread evenly, and so are their high lanes. */
  #firstAt(high: number): number {
    return Math.floor((high / LANES) * this.#places) * WIDTH;
  }

  #after(at: number): number {
    const next = at + WIDTH;
    return next === this.#numbers.length ? 0 : next;
  }
}
