import { describe, expect, it } from 'vitest';
import { GLYPH_GONE } from '../../lib/contract/manifest.ts';
import { readCount } from '../../lib/contract/parts/gzip-count.ts';
import { segmentCount } from '../../lib/contract/parts/segment.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { gzipPart } from './digested.ts';
import { glyphEntries, glyphPart, goneGlyph, nameEntries, searchPart } from './index-parts.ts';
import { aliasLine, goneRow, rowLine } from './part-line.ts';
import { segmentPart, segmentTexts } from './segment-part.ts';

const [first, second, third] = ['a', 'b', 'c'].map(hash64).sort() as [string, string, string];
const parsed = (texts: string[]) => texts.map((text) => JSON.parse(text));

describe('a segment', () => {
  const lines = [rowLine('money', first, { id: 'a' }), aliasLine(second, first), goneRow(third)];
  const part = segmentPart(lines);

  it('holds rows, keys that lead to them, and what is gone', () => {
    expect(parsed(segmentTexts(part.bytes))).toEqual([
      { h: first, row: { id: 'a' } },
      { h: second, to: first },
      { h: third, row: null },
    ]);
  });

  it('says of a row of words no hash, for its keys say it', () => {
    expect(rowLine('words', first, { keys: ['a'] }).text).toBe('{"row":{"keys":["a"]}}');
  });

  it('tells count, first and last hash as they are', () => {
    const { length } = part.bytes;
    expect(part.ref).toMatchObject({ kind: 'segment', count: 3, first, last: third, bytes: length });
    expect(segmentCount(part.bytes)).toBe(3);
  });

  it('is cut into blocks that are compressed together', () => {
    const hashes = Array.from({ length: 500 }, (_, i) => hash64(`${i}`)).sort();
    const many = hashes.map((hash, i) =>
      rowLine('money', hash, { name: `Company ${i}`, more: 'x'.repeat(300) }),
    );
    const { bytes } = segmentPart(many);
    expect(segmentTexts(bytes)).toEqual(many.map(({ text }) => text));
    // A line costs what its hash and number do, not what all have in common.
    expect(bytes.length / many.length).toBeLessThan(24);
  });
});

it('a glyph shard holds hash and number of each key, and what is gone', () => {
  const entries = [{ hash: first, glyph: 7 }, { hash: second, glyph: 65_534 }, goneGlyph(third)];
  const part = glyphPart(entries);
  expect(part.ref).toMatchObject({ kind: 'glyphs', count: 3, first, last: third });
  expect(glyphEntries(part.bytes, 3)).toEqual([...entries.slice(0, 2), { hash: third, glyph: GLYPH_GONE }]);
});

it('the search index holds names, and whose is gone', () => {
  const entries = [
    { hash: first, name: 'Älg "AB"' },
    { hash: second, name: null },
  ];
  const part = searchPart(entries);
  expect(nameEntries(part.bytes, 2)).toEqual(entries);
  expect(part.ref).toMatchObject({ kind: 'search', count: 2, first: '', last: '' });
});

it('equal content has an equal digest; the header tells neither time nor system', () => {
  const about = { kind: 'search', count: 1, first: '', last: '' } as const;
  const { bytes, ref } = gzipPart(Buffer.from('x'), about);
  expect(gzipPart(Buffer.from('x'), about).ref.digest).toBe(ref.digest);
  expect(gzipPart(Buffer.from('y'), about).ref.digest).not.toBe(ref.digest);
  expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  expect(bytes[9]).toBe(255);
  expect(readCount(bytes)).toBe(1);
});
