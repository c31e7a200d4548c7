import type { GlyphCode } from '../contract/manifest.ts';
import type { MoneyRow } from '../contract/money-row.ts';
import type { WordsRow } from '../contract/words-row.ts';
import { hash64 } from '../util/hash64.ts';
import type { Visible } from './database.ts';
import { GlyphIndex } from './glyph-index.ts';
import { hashesOfGlyphs } from './hashes-of-glyphs.ts';
import type { HeldKey } from './held-key.ts';
import { loadSearch } from './load-search.ts';
import type { PartReader } from './part-reader.ts';
import { readMoney, readWords } from './row-reader.ts';
import type { SearchEntry, SearchIndex } from './search-index.ts';

/** What look-ups see: one manifest, and what has been read of its parts. */
export class Shown {
  readonly visible: Visible;
  /** The key under which all of it is sealed. */
  readonly held: HeldKey;
  readonly reader: PartReader;
  readonly #glyphs: GlyphIndex;
  #search: Promise<SearchIndex> | null = null;

  constructor(visible: Visible, held: HeldKey, reader: PartReader) {
    this.visible = visible;
    this.held = held;
    this.reader = reader;
    this.#glyphs = new GlyphIndex(visible.manifest, reader);
  }

  /** By key, as asked: index into the manifest's `glyphs`, or null. At once where the shards are in memory. */
  glyphs(keys: readonly string[]): (number | null)[] | Promise<(number | null)[]> {
    return this.#glyphs.find(keys);
  }

  /** @param key the record key whose hash it is, where it is known */
  async words(hash: string, key?: string): Promise<WordsRow | null> {
    const scopes = await this.#glyphs.scopesHolding(hash);
    return readWords({ scopes }, hash, this.reader.lines, key);
  }

  async money(key: string): Promise<MoneyRow | null> {
    const hash = hash64(key);
    const scopes = await this.#glyphs.scopesHolding(hash);
    return readMoney({ scopes }, hash, this.reader.lines);
  }

  hashesOfGlyphs(fits: (glyph: GlyphCode) => boolean, limit: number): Promise<string[]> {
    return hashesOfGlyphs(this.visible.manifest, this.reader, fits, limit);
  }

  async search(text: string, limit: number): Promise<SearchEntry[]> {
    this.#search ??= loadSearch(this.visible.manifest, this.reader);
    const search = this.#search;
    try {
      return (await search).search(text, limit);
    } catch (error) {
      if (this.#search === search) this.#search = null;
      throw error;
    }
  }
}
