import { expect, it, vi } from 'vitest';
import { sampleGlyphs, sampleWords } from '../../tests/support/sample-rows.ts';
import { glyphOfRow, ReadThrough } from './read-through.ts';

const row = (key: string) => ({
  key,
  glyph: 1,
  words: sampleWords(key, `Company ${key}`, [key]),
  money: null,
});

it('asks for a key once, for at most 200 at a time, and remembers unknown ones', async () => {
  const lookup = vi.fn(async (keys: readonly string[]) => ({
    rows: keys.filter((key) => key !== 'k3').map(row),
  }));
  const through = new ReadThrough(lookup);
  const keys = Array.from({ length: 250 }, (_, index) => `k${index}`);
  const [rows] = await Promise.all([through.rows(keys), through.rows(['k1'])]);
  expect(rows.get('k2')?.words.name).toBe('Company k2');
  expect(rows.get('k3')).toBeNull();
  await through.rows(['k3', 'k4']);
  expect(lookup.mock.calls.map(([asked]) => asked.length)).toEqual([200, 50]);
});

it('asks again after a failure', async () => {
  const lookup = vi
    .fn()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue({ rows: [row('a')] });
  const through = new ReadThrough(lookup);
  expect((await through.rows(['a'])).get('a')).toBeNull();
  expect((await through.rows(['a'])).get('a')?.key).toBe('a');
});

it('draws no glyph that does not fit the row', () => {
  expect(glyphOfRow(row('a'), sampleGlyphs)).toBe(sampleGlyphs[1]);
  expect(glyphOfRow({ ...row('a'), glyph: 0 }, sampleGlyphs)).toBeNull();
  expect(glyphOfRow({ ...row('a'), glyph: 99 }, sampleGlyphs)).toBeNull();
});
