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
    const names: string[] = [];
    let at = 1;
    for (const entry of entries) {
      const name = normaliseName(entry.name);
      this.#entries.push(entry);
      this.#starts.push(at);
      names.push(name);
      at += name.length + 1;
    }
    this.#text += `${names.join('\n')}\n`;
  }

  get size(): number {
    return this.#entries.length;
  }

  search(text: string, limit: number): SearchEntry[] {
    const wanted = normaliseName(text);
    if (wanted === '') return [];
    const hits = new Set<number>();
    for (const mark of [`\n${wanted}`, ` ${wanted}`, wanted]) {
      for (
        let at = this.#text.indexOf(mark);
        at !== -1 && hits.size < limit;
        at = this.#text.indexOf(mark, at + 1)
      ) {
        hits.add(this.#entryAt(mark === wanted ? at : at + 1));
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

/** Lines of search parts, base first, changes after: the later line of an account counts. */
export function parseSearchLines(texts: Iterable<string>): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const entry = parseEntry(line);
      if (entry !== null) entries.set(entry.id, entry);
    }
  }
  return [...entries.values()];
}

function parseEntry(line: string): SearchEntry | null {
  if (line === '') return null;
  try {
    const { h, id, n } = JSON.parse(line) as Record<string, unknown>;
    if (typeof h !== 'string' || typeof id !== 'string' || typeof n !== 'string') return null;
    return { hash: h, id, name: n };
  } catch {
    return null;
  }
}
