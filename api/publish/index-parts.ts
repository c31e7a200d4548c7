import { gunzipSync } from 'node:zlib';
import { GLYPH_GONE } from '../../lib/contract/manifest.ts';
import { type GlyphEntry, GlyphShard, joinGlyphs } from '../../lib/contract/parts/glyph-shard.ts';
import { joinNames, type NameEntry, readNames } from '../../lib/contract/parts/names.ts';
import { gzipPart, type Part } from './digested.ts';
import { rangeOf } from './part-line.ts';

/** Among changes: what the base has and the scope has no longer. */
export const goneGlyph = (hash: string): GlyphEntry => ({ hash, glyph: GLYPH_GONE });

/** Shard of the glyph index: every key's hash and the number of its glyph. @param entries ascending */
export function glyphPart(entries: readonly GlyphEntry[]): Part {
  return gzipPart(joinGlyphs(entries), { kind: 'glyphs', count: entries.length, ...rangeOf(entries) });
}

/** What `glyphPart` has packed. */
export function glyphEntries(part: Uint8Array, count: number): GlyphEntry[] {
  const shard = new GlyphShard(gunzipSync(part), count);
  return Array.from({ length: count }, (_, i) => ({ hash: shard.hashAt(i), glyph: shard.glyphAt(i) }));
}

/** Part of the search index. @param range of the hashes; none in a base, which is ordered by name */
export function searchPart(entries: readonly NameEntry[], range = { first: '', last: '' }): Part {
  return gzipPart(joinNames(entries), { kind: 'search', count: entries.length, ...range });
}

/** What `searchPart` has packed. */
export function nameEntries(part: Uint8Array, count: number): NameEntry[] {
  const { names, hashAt } = readNames(gunzipSync(part), count);
  return names.map((name, i) => ({ hash: hashAt(i), name }));
}
