import { GLYPH_GONE, type Manifest, type PartRef } from '../contract/manifest.ts';
import { andThen } from '../util/and-then.ts';
import { type HashLanes, hash64Lanes, lanesOfHash } from '../util/hash64.ts';
import type { PartReader } from './part-reader.ts';
import { ResolvedGlyphs } from './resolved-glyphs.ts';
import { ShardList } from './shard-list.ts';

type Scope = Manifest['scopes'][number];

/** Where nothing is known of a record; a table says the same. */
const NONE = -1;

/**
 * The glyph index of a manifest. A key is a search in memory; shards that are not there yet are read before, all at
 * once.
 */
export class GlyphIndex {
  readonly #scopes: { scope: Scope; lists: readonly ShardList[] }[];
  readonly #resolved: ResolvedGlyphs;
  readonly #known: number;
  readonly #reader: PartReader;

  constructor({ scopes, glyphs }: Manifest, reader: PartReader) {
    this.#reader = reader;
    this.#known = glyphs.length;
    this.#scopes = scopes.flatMap((scope) => {
      const words = scope.layers.find(({ layer }) => layer === 'words');
      if (words === undefined) return [];
      const lists = [words.changes, words.base].map((list) => new ShardList(list));
      return [{ scope, lists: lists.filter(({ isEmpty }) => !isEmpty) }];
    });
    this.#resolved = new ResolvedGlyphs(this.#scopes.map(({ lists }) => lists));
  }

  /** Indexes into `manifest.glyphs` of record keys; null where one is not among the user's accounts. */
  find(keys: readonly string[]): (number | null)[] | Promise<(number | null)[]> {
    const lanes = keys.map(hash64Lanes);
    return andThen(this.#read(lanes), () => {
      this.#resolved.grow(keys.length);
      const { table } = this.#resolved;
      return lanes.map(({ high, low }) => {
        const glyph = table === null ? this.#search(high, low) : table.find(high, low);
        // An index past the list would be another version's glyph: draw nothing.
        return glyph !== NONE && glyph < this.#known ? glyph : null;
      });
    });
  }

  /**
   * The scopes that have a record: whoever sees many would else read a segment of each to find one row. All of them
   * while a shard is lost, for it might tell more.
   * @param hash as `hash64` writes it
   */
  async scopesHolding(hash: string): Promise<Scope[]> {
    const all = this.#scopes.map(({ scope }) => scope);
    if (all.length < 2) return all;
    const lanes = lanesOfHash(hash);
    const isWhole = await this.#read([lanes]);
    if (!isWhole) return all;
    return this.#scopes.flatMap(({ scope, lists }) =>
      glyphIn(lists, lanes.high, lanes.low) === NONE ? [] : [scope],
    );
  }

  #search(high: number, low: number): number {
    for (const { lists } of this.#scopes) {
      const glyph = glyphIn(lists, high, low);
      if (glyph !== NONE) return glyph;
    }
    return NONE;
  }

  /** Reads the shards that are asked and not in memory. @returns false where one is lost */
  #read(lanes: readonly HashLanes[]): boolean | Promise<boolean> {
    const missing = new Map<PartRef, ShardList>();
    for (const { lists } of this.#scopes) {
      for (const list of lists) {
        if (list.isWhole) continue;
        for (const { high, low } of lanes) {
          const ref = list.missing(high, low);
          if (ref !== null) missing.set(ref, list);
        }
      }
    }
    return missing.size === 0 || this.#readMissing(missing);
  }

  async #readMissing(missing: ReadonlyMap<PartRef, ShardList>): Promise<boolean> {
    const read = await Promise.all(
      Array.from(missing, async ([ref, list]) => {
        const shard = await this.#reader.shard(ref);
        if (shard !== null) list.keep(ref, shard);
        return shard !== null;
      }),
    );
    return !read.includes(false);
  }
}

/** What one scope says of a record: its changes first. */
function glyphIn(lists: readonly ShardList[], high: number, low: number): number {
  for (const list of lists) {
    const shard = list.at(high, low);
    if (shard === null) continue;
    // Without its changes a base says nothing of them.
    if (shard === undefined) return NONE;
    const glyph = shard.find(high, low);
    // What is gone may have moved to another scope.
    if (glyph === GLYPH_GONE) return NONE;
    if (glyph !== -1) return glyph;
  }
  return NONE;
}
