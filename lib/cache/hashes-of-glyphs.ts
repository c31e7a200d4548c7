import type { GlyphCode, Manifest, PartRef } from '../contract/manifest.ts';
import type { GlyphShard } from '../contract/parts/glyph-shard.ts';
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
    const changed = new Set<string>();
    for await (const shard of shardsOf(changes, reader)) {
      for (const hash of hashesWith(shard, () => true)) changed.add(hash);
      for (const hash of hashesWith(shard, (index) => wanted.has(index))) hashes.add(hash);
    }
    for await (const shard of shardsOf(base, reader)) {
      for (const hash of hashesWith(shard, (index) => wanted.has(index))) {
        if (!changed.has(hash)) hashes.add(hash);
        if (hashes.size >= limit) break;
      }
    }
  }
  return [...hashes].slice(0, limit);
}

async function* shardsOf(refs: readonly PartRef[], reader: PartReader): AsyncGenerator<GlyphShard> {
  for (const ref of refs) {
    const shard = ref.kind === 'glyphs' ? await reader.shard(ref) : null;
    if (shard !== null) yield shard;
  }
}

/** Hashes of all entries whose index into the manifest's glyphs is wanted. */
function* hashesWith(shard: GlyphShard, isWanted: (glyph: number) => boolean): Generator<string> {
  for (let index = 0; index < shard.count; index++) {
    if (isWanted(shard.glyphAt(index))) yield shard.hashAt(index);
  }
}
