import { GLYPH_GONE, type LayerParts, type Manifest } from '../contract/manifest.ts';
import { hash64Lanes } from '../util/hash64.ts';
import { findGlyph } from './glyph-shard.ts';
import { partsFor } from './manifest-parts.ts';
import type { PartReader } from './part-reader.ts';
import { layersOf } from './row-reader.ts';

/** Index into `manifest.glyphs` of a record key; null where it is not among the user's accounts. */
export async function readGlyph(manifest: Manifest, key: string, reader: PartReader): Promise<number | null> {
  const { high, low } = hash64Lanes(key);
  const hash = [high, low].map((lane) => lane.toString(16).padStart(8, '0')).join('');
  // All scopes at once: a worker that has just started has yet to read a shard of each.
  const inScopes = await Promise.all(
    layersOf(manifest, 'words').map((layer) => inLayer(layer, hash, high, low, reader)),
  );
  const glyph = inScopes.find((index) => index !== -1) ?? -1;
  // An index past the list would be another version's glyph: draw nothing.
  return glyph !== -1 && glyph < manifest.glyphs.length ? glyph : null;
}

async function inLayer(
  layer: LayerParts,
  hash: string,
  high: number,
  low: number,
  reader: PartReader,
): Promise<number> {
  for (const ref of partsFor(layer, 'glyphs', hash)) {
    const shard = await reader.shard(ref);
    // Without its changes a base says nothing of them; and what is gone may have moved to another scope.
    const glyph = shard === null ? GLYPH_GONE : findGlyph(shard, high, low);
    if (glyph === GLYPH_GONE) return -1;
    if (glyph !== -1) return glyph;
  }
  return -1;
}
