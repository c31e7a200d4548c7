import { byCodeUnit } from '../util/code-unit-order.ts';
import { normaliseName } from '../util/normalise-name.ts';

export interface SearchEntry {
  /** Hash under which the account's row is stored. */
  hash: string;
  id: string;
  name: string;
}

/**
 * Names of all accounts in one normalised text, so that a keystroke is a scan of memory and no parsing:
 * hits at the start of a name come first, then at the start of a word, then anywhere.
 */
export class SearchIndex {
  readonly #entries: SearchEntry[] = [];
  readonly #starts: number[] = [];
  #text = '\n';

  constructor(entries: Iterable<SearchEntry>) {
    const named = Array.from(entries, (entry) => ({ entry, name: normaliseName(entry.name) }));
    // Parts come in the order of names: what is sorted here are some runs, a matter of one pass.
    named.sort((a, b) => byCodeUnit(a.name, b.name));
    let at = 1;
    for (const { entry, name } of named) {
      this.#entries.push(entry);
      this.#starts.push(at);
      at += name.length + 1;
    }
    this.#text += `${named.map(({ name }) => name).join('\n')}\n`;
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
    return [...hits].map((index) => this.#entries[index] as SearchEntry);
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

/** Lines of one scope's search parts, base first, changes after: the later line of an account counts. */
export function parseSearchLines(texts: Iterable<string>): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const entry = parseEntry(line);
      if (entry === null) continue;
      if (entry.name === null) entries.delete(entry.id);
      else entries.set(entry.id, { ...entry, name: entry.name });
    }
  }
  return [...entries.values()];
}

/** A name of null: gone from this scope. */
function parseEntry(line: string): { hash: string; id: string; name: string | null } | null {
  if (line === '') return null;
  try {
    const { h, id, n } = JSON.parse(line) as Record<string, unknown>;
    if (typeof id !== 'string') return null;
    if (n === null) return { hash: '', id, name: null };
    if (typeof h !== 'string' || typeof n !== 'string') return null;
    return { hash: h, id, name: n };
  } catch {
    return null;
  }
}
