import type { Names } from '../contract/parts/names.ts';
import { normaliseNames } from '../util/normalise-name.ts';

export interface NameHit {
  hash: string;
  name: string;
  normalised: string;
}

/** The names of one part as one normalised text, each in a line of its own. */
export class SearchedNames {
  readonly #names: Names;
  readonly #hidden: ReadonlySet<string>;
  readonly #text: string;
  /** Where the line of each name begins. */
  readonly #starts: Uint32Array;

  /** @param hidden hashes of accounts that are not to be found here */
  constructor(names: Names, hidden: ReadonlySet<string> = new Set()) {
    this.#names = names;
    this.#hidden = hidden;
    const lines = normaliseNames(names.names.map((name) => name ?? ''));
    this.#text = `\n${lines.join('\n')}\n`;
    this.#starts = new Uint32Array(names.names.length);
    let at = 1;
    for (const [index, line] of lines.entries()) {
      this.#starts[index] = at;
      at += line.length + 1;
    }
  }

  /** Names whose line, with the line feed before it, holds the mark; in their order, each once. */
  find(mark: string, limit = Number.POSITIVE_INFINITY): NameHit[] {
    const hits: NameHit[] = [];
    for (let at = this.#text.indexOf(mark); at !== -1 && hits.length < limit; ) {
      const index = this.#indexAt(mark.startsWith('\n') ? at + 1 : at);
      const end = (this.#starts[index + 1] ?? this.#text.length) - 1;
      const hash = this.#names.hashAt(index);
      const name = this.#names.names[index];
      if (typeof name === 'string' && !this.#hidden.has(hash)) {
        hits.push({ hash, name, normalised: this.#text.slice(this.#starts[index], end) });
      }
      // On with the next name: a long one that holds the text a million times is one hit.
      at = this.#text.indexOf(mark, end);
    }
    return hits;
  }

  /** Index of the name whose line holds the character at `position`. */
  #indexAt(position: number): number {
    let from = 0;
    let to = this.#starts.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if ((this.#starts[middle] as number) <= position) from = middle;
      else to = middle - 1;
    }
    return from;
  }
}
