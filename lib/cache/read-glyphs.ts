import { GLYPH_GONE, type LayerParts, type Manifest, type PartRef } from '../contract/manifest.ts';
import { hash64Lanes } from '../util/hash64.ts';
import { findGlyph } from './glyph-shard.ts';
import { partsFor } from './manifest-parts.ts';
import type { PartReader } from './part-reader.ts';
import { layersOf } from './row-reader.ts';

interface Wanted {
  high: number;
  low: number;
  /** Shards that may hold it, of each scope the newest first. */
  shards: PartRef[][];
}

/**
 * Indexes into `manifest.glyphs` of record keys; null where one is not among the user's accounts. Shards that are not
 * in memory yet are read all at once, then every key is a search in memory.
 */
export async function readGlyphs(
  manifest: Manifest,
  keys: readonly string[],
  reader: PartReader,
): Promise<(number | null)[]> {
  const layers = layersOf(manifest, 'words');
  const wanted = keys.map((key) => wantedIn(layers, key));
  const refs = new Set(wanted.flatMap(({ shards }) => shards.flat()));
  const loaded = new Map(
    await Promise.all([...refs].map(async (ref) => [ref, await reader.shard(ref)] as const)),
  );
  return wanted.map(({ high, low, shards }) => {
    for (const ofScope of shards) {
      const glyph = inScope(ofScope, loaded, high, low);
      // An index past the list would be another version's glyph: draw nothing.
      if (glyph !== -1) return glyph < manifest.glyphs.length ? glyph : null;
    }
    return null;
  });
}

function wantedIn(layers: readonly LayerParts[], key: string): Wanted {
  const { high, low } = hash64Lanes(key);
  const hash = high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  return { high, low, shards: layers.map((layer) => partsFor(layer, 'glyphs', hash)) };
}

function inScope(
  refs: readonly PartRef[],
  loaded: ReadonlyMap<PartRef, DataView | null>,
  high: number,
  low: number,
): number {
  for (const ref of refs) {
    const shard = loaded.get(ref) ?? null;
    // Without its changes a base says nothing of them; and what is gone may have moved to another scope.
    const glyph = shard === null ? GLYPH_GONE : findGlyph(shard, high, low);
    if (glyph === GLYPH_GONE) return -1;
    if (glyph !== -1) return glyph;
  }
  return -1;
}
