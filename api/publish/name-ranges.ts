/** A name's hash that ends so ends a part: once in 1,024 names. */
const LAST_DIGITS = /[048c]00$/;
/** However the hashes fall, a part stays below 64 KB: browsers store what is larger in a file each. */
const MOST_LINES = 2_048;

/**
 * Cuts the search index, ordered by name, where the hash of an entry says so: a new name changes the part it
 * falls into and leaves the others as they are.
 */
export async function* nameRanges<T extends { hash: string }>(
  pages: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
): AsyncGenerator<T[]> {
  let lines: T[] = [];
  for await (const page of pages) {
    for (const line of page) {
      lines.push(line);
      if (!LAST_DIGITS.test(line.hash) && lines.length < MOST_LINES) continue;
      yield lines;
      lines = [];
    }
  }
  if (lines.length > 0) yield lines;
}
