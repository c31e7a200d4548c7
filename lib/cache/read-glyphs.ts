import { GLYPH_GONE, type LayerParts, type Manifest, type PartRef } from '../contract/manifest.ts';
import { hash64Lanes } from '../util/hash64.ts';
import { findGlyph } from './find-glyph.ts';
import { partHolding, partsFor } from './manifest-parts.ts';
import type { PartReader } from './part-reader.ts';
import { layersOf } from './row-reader.ts';

/** Undefined: not in memory yet; null: lost. */
type ShardOf = (ref: PartRef) => DataView | null | undefined;

/**
 * Indexes into `manifest.glyphs` of record keys; null where one is not among the user's accounts. A key is a search
 * in memory; shards that are not there yet are read before, all at once.
 */
export async function readGlyphs(
  manifest: Manifest,
  keys: readonly string[],
  reader: PartReader,
): Promise<(number | null)[]> {
  const layers = layersOf(manifest, 'words');
  const missing = new Set<PartRef>();
  const inMemory: ShardOf = (ref) => {
    const shard = reader.loaded(ref);
    if (shard === undefined) missing.add(ref);
    return shard;
  };
  const search = (shardOf: ShardOf) =>
    keys.map((key) => {
      const glyph = findKey(layers, key, shardOf);
      // An index past the list would be another version's glyph: draw nothing.
      return glyph !== -1 && glyph < manifest.glyphs.length ? glyph : null;
    });
  const found = search(inMemory);
  if (missing.size === 0) return found;
  const read = await Promise.all([...missing].map(async (ref) => [ref, await reader.shard(ref)] as const));
  const shards = new Map(read);
  return search((ref) => (shards.has(ref) ? shards.get(ref) : reader.loaded(ref)));
}

/**
 * The scopes that have a record, by the glyph index: whoever sees many would else read a segment of each to find one
 * row. All of them while a shard is lost, for it might tell more.
 * @param hash as `hash64` writes it
 */
export async function scopesHolding(
  { scopes }: Manifest,
  hash: string,
  reader: PartReader,
): Promise<Manifest['scopes']> {
  if (scopes.length < 2) return scopes;
  const [high = 0, low = 0] = [hash.slice(0, 8), hash.slice(8)].map((lane) => Number.parseInt(lane, 16));
  const words = scopes.map((scope) => ({
    scope,
    parts: scope.layers.find(({ layer }) => layer === 'words'),
  }));
  const refs = words.flatMap(({ parts }) =>
    parts ? partsFor(parts, 'glyphs', hash).filter((ref) => reader.loaded(ref) === undefined) : [],
  );
  const read = await Promise.all(refs.map((ref) => reader.shard(ref)));
  if (read.includes(null)) return scopes;
  return words.flatMap(({ scope, parts }) =>
    parts && findInScope(parts, hash, high, low, (ref) => reader.loaded(ref)) !== -1 ? [scope] : [],
  );
}

/** -1 where no scope has the key. All scopes are looked through, so that all shards that are missing get known. */
function findKey(layers: readonly LayerParts[], key: string, shardOf: ShardOf): number {
  const { high, low } = hash64Lanes(key);
  const hash = high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  let first = -1;
  for (const layer of layers) {
    const glyph = findInScope(layer, hash, high, low, shardOf);
    if (first === -1) first = glyph;
  }
  return first;
}

function findInScope(
  { base, changes }: LayerParts,
  hash: string,
  high: number,
  low: number,
  shardOf: ShardOf,
): number {
  for (const list of [changes, base]) {
    const ref = partHolding(list, 'glyphs', hash);
    if (ref === null) continue;
    const shard = shardOf(ref);
    if (shard === undefined) continue;
    // Without its changes a base says nothing of them; and what is gone may have moved to another scope.
    const glyph = shard === null ? GLYPH_GONE : findGlyph(shard, high, low);
    if (glyph === GLYPH_GONE) return -1;
    if (glyph !== -1) return glyph;
  }
  return -1;
}
