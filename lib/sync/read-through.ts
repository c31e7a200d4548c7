import type { LookupResponse } from '../contract/lookup.ts';
import { MAX_LOOKUP_KEYS } from '../contract/lookup.ts';
import type { GlyphCode } from '../contract/manifest.ts';

export type LookupRow = LookupResponse['rows'][number];

/** Records asked for while the first sync still runs, fetched alone and kept until the data are there. */
export class ReadThrough {
  readonly #lookup: (keys: readonly string[]) => Promise<LookupResponse>;
  #rows = new Map<string, Promise<LookupRow | null>>();

  /** @param lookup `POST /v1/lookup`; at most 200 keys each time */
  constructor(lookup: (keys: readonly string[]) => Promise<LookupResponse>) {
    this.#lookup = lookup;
  }

  /** Rows by key; null where the API does not know the key or could not be asked (then it is asked again). */
  async rows(keys: readonly string[]): Promise<Map<string, LookupRow | null>> {
    const wanted = [...new Set(keys)];
    const unknown = wanted.filter((key) => !this.#rows.has(key));
    for (let at = 0; at < unknown.length; at += MAX_LOOKUP_KEYS)
      this.#fetch(unknown.slice(at, at + MAX_LOOKUP_KEYS));
    const rows = await Promise.all(wanted.map((key) => this.#rows.get(key) ?? null));
    return new Map(wanted.map((key, index) => [key, rows[index] ?? null]));
  }

  /** From now on the cache answers. */
  clear(): void {
    this.#rows = new Map();
  }

  #fetch(keys: readonly string[]): void {
    const rows = this.#rows;
    const answer = this.#lookup(keys).then(
      (response) => new Map(response.rows.map((row) => [row.key, row])),
      () => null,
    );
    for (const key of keys) {
      rows.set(
        key,
        answer.then((found) => {
          if (found === null) rows.delete(key);
          return found?.get(key) ?? null;
        }),
      );
    }
  }
}

/**
 * The glyph of a row, or null where the manifest at hand is another one than the API answered from:
 * a wrong badge is worse than none.
 */
export function glyphOfRow(row: LookupRow, glyphs: readonly GlyphCode[]): GlyphCode | null {
  const glyph = glyphs[row.glyph];
  if (glyph === undefined) return null;
  const { tier, level, state, due } = row.words;
  const fits = glyph.tier === tier && glyph.level === level && glyph.state === state && glyph.due === due;
  return fits ? glyph : null;
}
