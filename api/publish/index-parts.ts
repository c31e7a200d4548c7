import { gunzipSync } from 'node:zlib';
import { GLYPH_GONE } from '../../lib/contract/manifest.ts';
import { GLYPH_ENTRY_BYTES, shardFromPlanes, shardToPlanes } from '../../lib/contract/parts/glyph-shard.ts';
import { joinNames, type NameEntry, readNames } from '../../lib/contract/parts/names.ts';
import { gzipPart, type Part } from './digested.ts';
import { rangeOf } from './part-line.ts';

export interface GlyphEntry {
  hash: string;
  glyph: number;
}

/** Among changes: what the base has and the scope has no longer. */
export const goneGlyph = (hash: string): GlyphEntry => ({ hash, glyph: GLYPH_GONE });

/** Shard of the glyph index: every key's hash and the number of its glyph. @param entries ascending */
export function glyphPart(entries: readonly GlyphEntry[]): Part {
  const bytes = Buffer.alloc(entries.length * GLYPH_ENTRY_BYTES);
  for (const [i, { hash, glyph }] of entries.entries()) {
    bytes.write(hash, i * GLYPH_ENTRY_BYTES, 'hex');
    bytes.writeUInt16BE(glyph, i * GLYPH_ENTRY_BYTES + 8);
  }
  const planes = shardToPlanes(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  return gzipPart(planes, { kind: 'glyphs', count: entries.length, ...rangeOf(entries) });
}

/** What `glyphPart` has packed. */
export function glyphEntries(part: Uint8Array): GlyphEntry[] {
  const plain = Buffer.from(shardFromPlanes(gunzipSync(part)).buffer);
  return Array.from({ length: plain.length / GLYPH_ENTRY_BYTES }, (_, i) => ({
    hash: plain.toString('hex', i * GLYPH_ENTRY_BYTES, i * GLYPH_ENTRY_BYTES + 8),
    glyph: plain.readUInt16BE(i * GLYPH_ENTRY_BYTES + 8),
  }));
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
