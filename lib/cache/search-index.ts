import type { Names } from '../contract/parts/names.ts';
import { byCodeUnit } from '../util/code-unit-order.ts';
import { normaliseName, normaliseNames } from '../util/normalise-name.ts';

export interface SearchEntry {
  /** Hash under which the account's row is stored. */
  hash: string;
  name: string;
}

/** Where a name stands: the part it came with and its place there. */
interface Named {
  part: Names;
  index: number;
  normalised: string;
}

/**
 * Names of all accounts in one normalised text, so that a keystroke is a scan of memory and no parsing:
 * hits at the start of a name come first, then at the start of a word, then anywhere.
 */
export class SearchIndex {
  readonly #entries: Named[] = [];
  readonly #starts: number[] = [];
  #text = '\n';

  /** @param scopes of each scope its names, and those that have changed since: they count */
  constructor(scopes: Iterable<{ base: readonly Names[]; changes: readonly Names[] }>) {
    const named: Named[] = [];
    for (const { base, changes } of scopes) {
      const changed = new Set<string>();
      for (const part of changes) for (let i = 0; i < part.names.length; i++) changed.add(part.hashAt(i));
      for (const part of changes) take(part, named);
      for (const part of base) take(part, named, changed.size === 0 ? undefined : changed);
    }
    // Parts come in the order of names: what is sorted here are some runs, a matter of one pass.
    named.sort((a, b) => byCodeUnit(a.normalised, b.normalised));
    let at = 1;
    for (const entry of named) {
      this.#starts.push(at);
      at += entry.normalised.length + 1;
    }
    this.#entries = named;
    this.#text += `${named.map(({ normalised }) => normalised).join('\n')}\n`;
  }

  get size(): number {
    return this.#entries.length;
  }

  search(text: string, limit: number): SearchEntry[] {
    const wanted = normaliseName(text);
    if (wanted === '') return [];
    const hits = new Set<number>();
    for (const mark of [`\n${wanted}`, ` ${wanted}`, wanted]) {
      for (let at = this.#text.indexOf(mark); at !== -1 && hits.size < limit; ) {
        const entry = this.#entryAt(mark === wanted ? at : at + 1);
        hits.add(entry);
        // On with the next name: a long one that holds the text a million times is one hit.
        at = this.#text.indexOf(mark, (this.#starts[entry + 1] ?? this.#text.length) - 1);
      }
    }
    return [...hits].map((hit) => {
      const { part, index } = this.#entries[hit] as Named;
      return { hash: part.hashAt(index), name: part.names[index] as string };
    });
  }

  /** Index of the name that holds the character at `position`. */
  #entryAt(position: number): number {
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

function take(part: Names, into: Named[], changed?: ReadonlySet<string>): void {
  const normalised = normaliseNames(part.names.map((name) => name ?? ''));
  for (const [index, name] of part.names.entries()) {
    if (name === null || changed?.has(part.hashAt(index))) continue;
    into.push({ part, index, normalised: normalised[index] ?? '' });
  }
}
