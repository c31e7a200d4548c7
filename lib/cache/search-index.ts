import type { Names } from '../contract/parts/names.ts';
import { byCodeUnit } from '../util/code-unit-order.ts';
import { normaliseName } from '../util/normalise-name.ts';
import { type NameHit, SearchedNames } from './searched-names.ts';

export interface SearchEntry {
  /** Hash under which the account's row is stored. */
  hash: string;
  name: string;
}

/** The names of one scope. */
export interface ScopeNames {
  /** In the order of their normalised names. */
  base: readonly Names[];
  /** What counts instead of the base's, in any order. */
  changes: readonly Names[];
}

/**
 * Names of all accounts, normalised, so that a keystroke is a scan of memory and no parsing: hits at the start of a
 * name come first, then at the start of a word, then anywhere.
 */
export class SearchIndex {
  readonly #scopes: { base: SearchedNames[]; changes: SearchedNames[] }[];

  constructor(scopes: Iterable<ScopeNames>) {
    this.#scopes = Array.from(scopes, ({ base, changes }) => {
      const changed = new Set(changes.flatMap((part) => part.names.map((_, index) => part.hashAt(index))));
      return {
        base: base.map((part) => new SearchedNames(part, changed)),
        changes: changes.map((part) => new SearchedNames(part)),
      };
    });
  }

  search(text: string, limit: number): SearchEntry[] {
    const wanted = normaliseName(text);
    if (wanted === '') return [];
    const found = new Map<string, SearchEntry>();
    for (const mark of [`\n${wanted}`, ` ${wanted}`, wanted]) {
      if (found.size >= limit) break;
      // Those that were found as better hits may be found again.
      const hits = this.#hits(mark, limit + found.size);
      for (const { hash, name } of hits) if (found.size < limit) found.set(hash, { hash, name });
    }
    return [...found.values()];
  }

  /** Hits of one kind in the order of their names, at least the first `limit`. */
  #hits(mark: string, limit: number): NameHit[] {
    const hits: NameHit[] = [];
    for (const { base, changes } of this.#scopes) {
      // Parts of a base come in the order of names: what comes after enough of them comes later.
      let left = limit;
      for (const part of base) {
        for (const hit of part.find(mark, left)) {
          hits.push(hit);
          left--;
        }
        if (left <= 0) break;
      }
      for (const part of changes) hits.push(...part.find(mark));
    }
    return hits.sort((a, b) => byCodeUnit(a.normalised, b.normalised) || byCodeUnit(a.hash, b.hash));
  }
}
