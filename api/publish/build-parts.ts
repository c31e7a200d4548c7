import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { hash64Lanes } from '../../lib/util/hash64.ts';
import { normaliseName } from '../../lib/util/normalise-name.ts';
import { gzipPart, type Part } from './gzip-part.ts';

/** One account of a scope with what its layers need; `hashes` belong to `keys`, the first names the row. */
export interface PartAccount {
  id: string;
  name: string;
  keys: readonly string[];
  hashes: readonly string[];
  glyph: number;
}

/** Accounts of one segment: small enough to fetch alone, large enough to compress and store in one go. */
const SEGMENT_ACCOUNTS = 100;
/** Entries of a glyph shard, 10 bytes each before compression: browsers store what is above 64 KB in a file each. */
const SHARD_ENTRIES = 4_096;
const ENTRY_BYTES = 10;
const SEARCH_LINES = 2_048;

/** Segments of a layer: JSON lines by hash, row lines under the first key, alias lines for the further keys. */
export function buildSegments(accounts: readonly PartAccount[], rowOf: (id: string) => unknown): Part[] {
  const lines: { hash: string; row: boolean; text: () => string }[] = [];
  for (const { id, hashes } of accounts) {
    const [h, ...aliases] = hashes as [string, ...string[]];
    lines.push({ hash: h, row: true, text: () => JSON.stringify({ h, row: rowOf(id) }) });
    for (const alias of aliases) {
      lines.push({ hash: alias, row: false, text: () => JSON.stringify({ h: alias, to: h }) });
    }
  }
  lines.sort((a, b) => byCodeUnit(a.hash, b.hash));
  const parts: Part[] = [];
  let start = 0;
  let rows = 0;
  for (const [i, line] of lines.entries()) {
    if (line.row) rows++;
    if (rows < SEGMENT_ACCOUNTS && i < lines.length - 1) continue;
    parts.push(segment(lines.slice(start, i + 1)));
    start = i + 1;
    rows = 0;
  }
  return parts;
}

function segment(lines: readonly { hash: string; text: () => string }[]): Part {
  return gzipPart(lines.map(({ text }) => `${text()}\n`).join(''), {
    kind: 'segment',
    count: lines.length,
    first: lines[0]?.hash ?? '',
    last: lines.at(-1)?.hash ?? '',
  });
}

/** The glyph index: every key's hash and the number of its glyph, big endian, ascending. */
export function buildGlyphShards(accounts: readonly PartAccount[]): Part[] {
  const entries = accounts.flatMap(({ keys, hashes, glyph }) =>
    keys.map((key, i) => ({ key, hash: hashes[i] as string, glyph })),
  );
  entries.sort((a, b) => byCodeUnit(a.hash, b.hash));
  return chunks(entries, SHARD_ENTRIES).map((shard) => {
    const view = new DataView(new ArrayBuffer(shard.length * ENTRY_BYTES));
    for (const [i, { key, glyph }] of shard.entries()) {
      const { high, low } = hash64Lanes(key);
      view.setUint32(i * ENTRY_BYTES, high);
      view.setUint32(i * ENTRY_BYTES + 4, low);
      view.setUint16(i * ENTRY_BYTES + 8, glyph);
    }
    return gzipPart(new Uint8Array(view.buffer), {
      kind: 'glyphs',
      count: shard.length,
      first: shard[0]?.hash ?? '',
      last: shard.at(-1)?.hash ?? '',
    });
  });
}

/** The search index: names in the order of their normalised form. */
export function buildSearchIndex(accounts: readonly PartAccount[]): Part[] {
  const sorted = accounts
    .map(({ id, name, hashes }) => ({ order: normaliseName(name), line: { h: hashes[0], id, n: name } }))
    .sort((a, b) => byCodeUnit(a.order, b.order) || byCodeUnit(a.line.id, b.line.id));
  return chunks(sorted, SEARCH_LINES).map((part) =>
    gzipPart(part.map(({ line }) => `${JSON.stringify(line)}\n`).join(''), {
      kind: 'search',
      count: part.length,
      first: '',
      last: '',
    }),
  );
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
