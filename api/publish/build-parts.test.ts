import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { GLYPH_GONE } from '../../lib/contract/manifest.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import {
  aliasLine,
  glyphPart,
  goneGlyph,
  goneName,
  goneRow,
  rowLine,
  searchPart,
  searchText,
  segmentPart,
} from './build-parts.ts';
import { gzipPart, type Part } from './gzip-part.ts';

const [first, second, third] = ['a', 'b', 'c'].map(hash64).sort() as [string, string, string];
const linesOf = (part: Part) =>
  gunzipSync(part.bytes)
    .toString()
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));

describe('a segment', () => {
  const part = segmentPart([rowLine(first, { id: 'a' }), aliasLine(second, first), goneRow(third)]);

  it('holds rows, keys that lead to them, and what is gone', () => {
    expect(linesOf(part)).toEqual([
      { h: first, row: { id: 'a' } },
      { h: second, to: first },
      { h: third, row: null },
    ]);
  });

  it('tells count, first and last hash as they are', () => {
    expect(part.ref).toMatchObject({
      kind: 'segment',
      count: 3,
      first,
      last: third,
      bytes: part.bytes.length,
    });
  });
});

it('a glyph shard holds hash and number of each key, and what is gone', () => {
  const entries = [{ hash: first, glyph: 7 }, { hash: second, glyph: 65_534 }, goneGlyph(third)];
  const part = glyphPart(entries);
  expect(part.ref).toMatchObject({ kind: 'glyphs', count: 3, first, last: third });
  const bytes = gunzipSync(part.bytes);
  const found = entries.map((_, i) => ({
    hash: bytes.subarray(i * 10, i * 10 + 8).toString('hex'),
    glyph: bytes.readUInt16BE(i * 10 + 8),
  }));
  expect(found).toEqual([...entries.slice(0, 2), { hash: third, glyph: GLYPH_GONE }]);
});

it('the search index holds names, and whose is gone', () => {
  const texts = [searchText(first, '1', 'Älg "AB"'), goneName('2')];
  const part = searchPart(texts.map((text) => ({ hash: '', text })));
  expect(linesOf(part)).toEqual([
    { h: first, id: '1', n: 'Älg "AB"' },
    { id: '2', n: null },
  ]);
  expect(part.ref).toMatchObject({ kind: 'search', count: 2, first: '', last: '' });
});

it('equal content has an equal digest; the header tells neither time nor system', () => {
  const about = { kind: 'segment', count: 1, first: '', last: '' } as const;
  const { bytes, ref } = gzipPart('x', about);
  expect(gzipPart('x', about).ref.digest).toBe(ref.digest);
  expect(gzipPart('y', about).ref.digest).not.toBe(ref.digest);
  expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  expect(bytes[9]).toBe(255);
});
