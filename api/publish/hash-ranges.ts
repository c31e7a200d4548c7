/**
 * Cuts entries, ordered by hash (16 hex digits, unique), into the ranges of their parts: the whole range of
 * hashes, halved again and again where it holds more than `limit` entries. Where a range ends depends on nothing
 * but what lies in it, so that a new entry changes one part and leaves the others as they are. Holds no more than
 * one page and one range at a time.
 */
export async function* hashRanges<T extends { hash: string }>(
  pages: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
  limit: number,
): AsyncGenerator<T[]> {
  const ahead = new Lookahead(pages);
  const open: Range[] = [{ from: 0n, size: WHOLE }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const { from, size } = range;
    const end = hexOf(from + size);
    const found = await ahead.countBelow(end, limit + 1);
    if (found > 0 && (found <= limit || size === 1n)) yield ahead.take(found);
    else if (found > 0) {
      const half = size / 2n;
      open.push({ from: from + half, size: half }, { from, size: half });
    }
  }
}

/** `size` hashes from `from` on. */
interface Range {
  from: bigint;
  size: bigint;
}

const WHOLE = 2n ** 64n;

/** Sorts behind every hash for the end of the whole range. */
function hexOf(bound: bigint): string {
  return bound === WHOLE ? 'g' : bound.toString(16).padStart(16, '0');
}

/** The next entries of a sequence of pages, read no further than asked. */
class Lookahead<T extends { hash: string }> {
  readonly #pages: AsyncIterator<readonly T[]> | Iterator<readonly T[]>;
  #entries: T[] = [];
  #ended = false;

  constructor(pages: AsyncIterable<readonly T[]> | Iterable<readonly T[]>) {
    this.#pages = Symbol.asyncIterator in pages ? pages[Symbol.asyncIterator]() : pages[Symbol.iterator]();
  }

  /** How many of the next entries lie below a bound; it does not count further than `most`. */
  async countBelow(end: string, most: number): Promise<number> {
    for (let count = 0; count < most; count++) {
      while (count >= this.#entries.length && !this.#ended) await this.#read();
      const entry = this.#entries[count];
      if (entry === undefined || entry.hash >= end) return count;
    }
    return most;
  }

  take(count: number): T[] {
    return this.#entries.splice(0, count);
  }

  async #read(): Promise<void> {
    const { done, value } = await this.#pages.next();
    if (done) this.#ended = true;
    // Not spread into arguments: a page may be longer than a call can take.
    else this.#entries = this.#entries.concat(value);
  }
}
