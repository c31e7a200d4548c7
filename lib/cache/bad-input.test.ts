import { describe, expect, it } from 'vitest';
import { rowLine } from '../../api/publish/part-line.ts';
import { segmentPart } from '../../api/publish/segment-part.ts';
import { layerParts } from '../../tests/support/build-parts.ts';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { sampleMoney, sampleWords } from '../../tests/support/sample-rows.ts';
import { joinNames, readNames } from '../contract/parts/names.ts';
import { streamFor } from '../contract/parts/segment.ts';
import { hash64 } from '../util/hash64.ts';
import { inflateRaw } from './gzip.ts';
import { findLine, readMoney, readWords } from './row-reader.ts';
import { SearchIndex } from './search-index.ts';

const KEY = 'samplecrm:-:account:1';
const HASH = hash64(KEY);
const ref = {
  digest: 'a'.repeat(64),
  kind: 'segment' as const,
  bytes: 1,
  count: 1,
  first: '0'.repeat(16),
  last: 'f'.repeat(16),
};

/** A manifest whose one segment says what the test wants. */
const manifestOf = (layer: 'words' | 'money') => {
  const manifest = new FakeApi().publish([{ scope: 'north', accounts: [] }]);
  manifest.scopes[0]!.layers = [layerParts(layer, 1, [ref])];
  return manifest;
};
const words = (row: unknown, more = '') =>
  readWords(manifestOf('words'), HASH, async () => `${JSON.stringify({ h: HASH, row })}\n${more}`);
const sample = sampleWords('1', 'Company', [KEY]);

describe('rows of another version', () => {
  it('keep what is known and lose what is not', async () => {
    expect(await words({ ...sample, fromTomorrow: { deep: [1] } })).toEqual(sample);
  });

  it('that miss what is needed are no rows', async () => {
    for (const row of [null, 7, 'x', [], {}, { ...sample, name: 7 }, { ...sample, keys: null }]) {
      expect(await words(row)).toBeNull();
    }
  });

  it('with keys like __proto__ change no object but themselves', async () => {
    const text = `{"h":"${HASH}","row":${JSON.stringify(sample).slice(0, -1)},"__proto__":{"polluted":1},"constructor":{"x":1}}}\n`;
    const row = await readWords(manifestOf('words'), HASH, async () => text);
    expect(row?.name).toBe('Company');
    expect((row as unknown as { polluted?: number }).polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('rows that should not be', () => {
  it('twice: the first counts, and nothing breaks', async () => {
    const again = `${JSON.stringify({ h: HASH, row: { ...sample, name: 'Other' } })}\n`;
    expect((await words(sample, again))?.name).toBe('Company');
  });

  it('in two scopes: one of them answers, whole', async () => {
    const manifest = manifestOf('words');
    manifest.scopes.push({ ...manifest.scopes[0]!, scope: 'south' });
    const row = await readWords(manifest, HASH, async () => `${JSON.stringify({ h: HASH, row: sample })}\n`);
    expect(row).toEqual(sample);
  });

  it('that lead to each other end', async () => {
    const text = `{"h":"${HASH}","to":"${HASH}"}\n`;
    expect(await readWords(manifestOf('words'), HASH, async () => text)).toBeNull();
  });

  it('with amounts past 2^53 are no amounts', async () => {
    const row = JSON.stringify(sampleMoney('1', 5)).replace('"db3":5', '"db3":9007199254740993');
    const text = `{"h":"${HASH}","row":${row}}\n`;
    expect(await readMoney(manifestOf('money'), HASH, async () => text)).toBeNull();
  });
});

const namesOf = (...names: string[]) =>
  readNames(joinNames(names.map((name) => ({ hash: hash64(name), name }))), names.length);

it('a name of ten megabytes is read and found', async () => {
  const name = `Long ${'x'.repeat(10_000_000)}`;
  const index = new SearchIndex([{ base: [namesOf(name)], changes: [] }]);
  expect(index.search('long', 5)).toEqual([{ hash: hash64(name), name }]);
  const part = segmentPart([rowLine('words', HASH, sampleWords('1', name, [KEY]))]);
  const { pieces } = streamFor(part.bytes, HASH);
  const text = new TextDecoder().decode(await inflateRaw(pieces));
  for (const known of [KEY, undefined, 'another']) {
    expect(findLine(text, HASH, known)?.row).toMatchObject({ name });
  }
});

it('a name that holds the wanted text a million times is one hit, found at once', () => {
  const index = new SearchIndex([{ base: [namesOf('a x', 'x'.repeat(1_000_000))], changes: [] }]);
  expect(index.search('x', 5).map(({ name }) => name.length)).toEqual([1_000_000, 3]);
});

it('names that are none, or another number of them, are not read', () => {
  const plain = joinNames([{ hash: HASH, name: 'Company' }]);
  for (const count of [0, 2]) expect(() => readNames(plain, count)).toThrow();
  const odd = new TextEncoder().encode('........[7]');
  expect(() => readNames(odd, 1)).toThrow(TypeError);
});
