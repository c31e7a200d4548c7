import type { GlyphCode, Manifest } from '../contract/manifest.ts';
import { hashesWith } from './glyph-shard.ts';
import type { PartReader } from './part-reader.ts';
import { layersOf } from './row-reader.ts';

/** Hashes of records whose glyph fits, at most `limit`: a scan of the glyph index, no row is read. */
export async function hashesOfGlyphs(
  manifest: Manifest,
  reader: PartReader,
  fits: (glyph: GlyphCode) => boolean,
  limit: number,
): Promise<string[]> {
  const wanted = new Set(manifest.glyphs.flatMap((glyph, index) => (fits(glyph) ? [index] : [])));
  const hashes = new Set<string>();
  for (const { base, changes } of layersOf(manifest, 'words')) {
    for (const ref of [...changes, ...base]) {
      const shard = ref.kind === 'glyphs' ? await reader.shard(ref) : null;
      if (shard === null) continue;
      for (const hash of hashesWith(shard, wanted)) {
        hashes.add(hash);
        if (hashes.size >= limit) return [...hashes];
      }
    }
  }
  return [...hashes];
}
