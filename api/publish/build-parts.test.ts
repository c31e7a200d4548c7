import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash64 } from '../../lib/util/hash64.ts';
import { buildGlyphShards, buildSearchIndex, buildSegments, type PartAccount } from './build-parts.ts';
import { gzipPart, type Part } from './gzip-part.ts';
import { createKeyHashes } from './key-hashes.ts';

const account = (n: number, aliases = 0): PartAccount => {
  const keys = Array.from({ length: aliases + 1 }, (_, i) => `crm:-:account:${n}.${i}`);
  return { id: `a${n}`, name: `Name ${n % 7}`, keys, hashes: keys.map(hash64), glyph: n % 300 };
};
const accounts = Array.from({ length: 1_234 }, (_, n) => account(n, n % 3));
const lines = (part: Part) =>
  gunzipSync(part.bytes)
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const ascending = (hashes: string[]) =>
  hashes.every((hash, i) => i === 0 || (hashes[i - 1] as string) < hash);

describe('segments', () => {
  const segments = buildSegments(accounts, (id) => ({ id }));

  it('hold all rows and aliases, ascending across all parts, about a hundred accounts each', () => {
    const all = segments.flatMap(lines);
    expect(ascending(all.map(({ h }) => h))).toBe(true);
    expect(all.length).toBe(accounts.flatMap(({ keys }) => keys).length);
    const rows = segments.map((part) => lines(part).filter(({ row }) => row).length);
    expect(Math.max(...rows)).toBe(100);
    expect(rows.reduce((a, b) => a + b)).toBe(accounts.length);
  });

  it('tell count, first and last hash as they are', () => {
    for (const part of segments) {
      const content = lines(part);
      expect(part.ref).toMatchObject({ count: content.length, first: content[0].h, last: content.at(-1).h });
      expect(part.ref.bytes).toBe(part.bytes.length);
    }
  });

  it('lead every further key to the row under the first', () => {
    const all = new Map(segments.flatMap(lines).map((line) => [line.h, line]));
    for (const { id, hashes } of accounts) {
      for (const hash of hashes) {
        const line = all.get(hash);
        expect((line.to ? all.get(line.to) : line).row).toEqual({ id });
      }
    }
  });

  it('are none for a scope without accounts', () => expect(buildSegments([], () => null)).toEqual([]));
});

it('glyph shards find the glyph of every key', () => {
  const found = new Map<string, number>();
  for (const part of buildGlyphShards(accounts)) {
    const bytes = gunzipSync(part.bytes);
    const hashes: string[] = [];
    for (let at = 0; at < bytes.length; at += 10) {
      const hash = bytes.subarray(at, at + 8).toString('hex');
      hashes.push(hash);
      found.set(hash, bytes.readUInt16BE(at + 8));
    }
    expect(ascending(hashes)).toBe(true);
    expect(part.ref).toMatchObject({ count: hashes.length, first: hashes[0], last: hashes.at(-1) });
  }
  for (const { hashes, glyph } of accounts) for (const hash of hashes) expect(found.get(hash)).toBe(glyph);
});

it('the search index is ordered by normalised name, then id', () => {
  const named = ['Zeta', 'ähre', 'Alpha', 'alpha', 'Über'].map((name, i) => ({ ...account(i), name }));
  const [part] = buildSearchIndex(named);
  expect(part && lines(part).map(({ n, id }) => `${n} ${id}`)).toEqual([
    'ähre a1',
    'Alpha a2',
    'alpha a3',
    'Über a4',
    'Zeta a0',
  ]);
});

it('equal content has an equal digest, whatever the order it came in', () => {
  const digests = (list: readonly PartAccount[]) =>
    [...buildSegments(list, (id) => ({ id })), ...buildGlyphShards(list), ...buildSearchIndex(list)].map(
      ({ ref }) => ref.digest,
    );
  fc.assert(
    fc.property(fc.shuffledSubarray(accounts.slice(0, 150), { minLength: 150 }), (shuffled) => {
      expect(digests(shuffled)).toEqual(digests(accounts.slice(0, 150)));
    }),
    { numRuns: 20 },
  );
});

it('the header tells neither time nor system', () => {
  const { bytes } = gzipPart('x', { kind: 'segment', count: 1, first: '', last: '' });
  expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  expect(bytes[9]).toBe(255);
});

it('two record keys with one hash stop the publication', () => {
  const hashes = createKeyHashes((key) => (key.startsWith('b') ? 'same' : key));
  expect(hashes('a')).toBe('a');
  expect(hashes('b1')).toBe('same');
  expect(hashes('b1')).toBe('same');
  expect(() => hashes('b2')).toThrow(/b1 and b2 have the same hash/);
});
