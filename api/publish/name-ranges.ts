/** A name's hash that ends so ends a part: once in 4,096 names. */
const LAST_DIGITS = /000$/;
/** However the hashes fall, a part has no more names than this. */
const MOST_NAMES = 8_192;

/**
 * Cuts the search index, ordered by name, where the hash of an entry says so: a new name changes the part it
 * falls into and leaves the others as they are.
 */
export async function* nameRanges<T extends { hash: string }>(
  pages: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
): AsyncGenerator<T[]> {
  let names: T[] = [];
  for await (const page of pages) {
    for (const name of page) {
      names.push(name);
      if (!LAST_DIGITS.test(name.hash) && names.length < MOST_NAMES) continue;
      yield names;
      names = [];
    }
  }
  if (names.length > 0) yield names;
}
