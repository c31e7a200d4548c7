import { GLYPH_GONE } from '../../lib/contract/manifest.ts';
import { gzipPart, type Part } from './gzip-part.ts';

/**
 * Lines of a segment, aliases counted: about a hundred accounts, small enough to fetch alone and large enough to
 * compress and store in one go.
 */
export const SEGMENT_LINES = 160;
/** Entries of a glyph shard, 10 bytes each before compression: browsers store what is above 64 KB in a file each. */
export const SHARD_ENTRIES = 4_096;
/** Entries of a shard of changes: it is fetched anew with every change in its range. */
export const CHANGED_ENTRIES = 2_048;
const ENTRY_BYTES = 10;

/** One line of a segment or of the search index, as it is written. */
export interface PartLine {
  hash: string;
  text: string;
}

export interface GlyphEntry {
  hash: string;
  glyph: number;
}

/** A row stands under the hash of the account's first record key. */
export const rowLine = (hash: string, row: unknown): PartLine => ({
  hash,
  text: JSON.stringify({ h: hash, row }),
});
/** A further key leads to the first one. */
export const aliasLine = (hash: string, home: string): PartLine => ({
  hash,
  text: JSON.stringify({ h: hash, to: home }),
});
export const searchText = (home: string, id: string, name: string): string =>
  JSON.stringify({ h: home, id, n: name });

/** Among changes: what the base has and the scope has no longer. */
export const goneRow = (hash: string): PartLine => ({ hash, text: JSON.stringify({ h: hash, row: null }) });
export const goneGlyph = (hash: string): GlyphEntry => ({ hash, glyph: GLYPH_GONE });
export const goneName = (id: string): string => JSON.stringify({ id, n: null });

/** @param lines ascending by hash, at least one */
export function segmentPart(lines: readonly PartLine[]): Part {
  return linesPart('segment', lines, rangeOf(lines));
}

/** Part of the search index. @param range of the hashes; none in a base, which is ordered by name */
export function searchPart(lines: readonly PartLine[], range = { first: '', last: '' }): Part {
  return linesPart('search', lines, range);
}

/** Shard of the glyph index: every key's hash and the number of its glyph, big endian. @param entries ascending */
export function glyphPart(entries: readonly GlyphEntry[]): Part {
  const bytes = Buffer.alloc(entries.length * ENTRY_BYTES);
  for (const [i, { hash, glyph }] of entries.entries()) {
    bytes.write(hash, i * ENTRY_BYTES, 'hex');
    bytes.writeUInt16BE(glyph, i * ENTRY_BYTES + 8);
  }
  return gzipPart(bytes, { kind: 'glyphs', count: entries.length, ...rangeOf(entries) });
}

/** What `glyphPart` has packed. */
export function glyphEntries(plain: Buffer): GlyphEntry[] {
  return Array.from({ length: plain.length / ENTRY_BYTES }, (_, i) => ({
    hash: plain.toString('hex', i * ENTRY_BYTES, i * ENTRY_BYTES + 8),
    glyph: plain.readUInt16BE(i * ENTRY_BYTES + 8),
  }));
}

export function rangeOf(entries: readonly { hash: string }[]): { first: string; last: string } {
  return { first: entries[0]?.hash ?? '', last: entries.at(-1)?.hash ?? '' };
}

function linesPart(
  kind: 'segment' | 'search',
  lines: readonly PartLine[],
  range: { first: string; last: string },
): Part {
  return gzipPart(lines.map(({ text }) => `${text}\n`).join(''), { kind, count: lines.length, ...range });
}
