import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash64 } from '../../lib/util/hash64.ts';
import { hashRanges } from './hash-ranges.ts';
import { nameRanges } from './name-ranges.ts';

const hashesOf = (n: number, salt = '') =>
  Array.from({ length: n }, (_, i) => ({ hash: hash64(`${salt}${i}`) })).sort((a, b) =>
    a.hash < b.hash ? -1 : 1,
  );

function pagesOf<T>(entries: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, i) =>
    entries.slice(i * size, (i + 1) * size),
  );
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

type Cut = { hash: string }[][];
const cut = (entries: { hash: string }[], limit: number, page = 7): Promise<Cut> =>
  collect(hashRanges(pagesOf(entries, page), limit));

/** The obvious way: all entries at hand, halved by value. */
function slowly(entries: { hash: string }[], limit: number, from = 0n, size = 2n ** 64n): Cut {
  const inRange = entries.filter(({ hash }) => {
    const value = BigInt(`0x${hash}`);
    return value >= from && value < from + size;
  });
  if (inRange.length === 0) return [];
  if (inRange.length <= limit) return [inRange];
  const half = size / 2n;
  return [...slowly(inRange, limit, from, half), ...slowly(inRange, limit, from + half, half)];
}

describe('ranges of hashes', () => {
  it('are those of halving until no more than the limit is left, however the entries come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 20 }),
        async (values, limit, page) => {
          const entries = values
            .map((value) => ({ hash: value.toString(16).padStart(16, '0') }))
            .sort((a, b) => (a.hash < b.hash ? -1 : 1));
          expect(await cut(entries, limit, page)).toEqual(slowly(entries, limit));
        },
      ),
    );
  });

  it('stay as they are but for the one that gets another entry', async () => {
    const entries = hashesOf(5_000);
    const before = new Set((await cut(entries, 160)).map((range) => JSON.stringify(range)));
    const more = [...entries, { hash: hash64('new') }].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const after = (await cut(more, 160)).map((range) => JSON.stringify(range));
    const changed = after.filter((range) => !before.has(range));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(2);
  });

  it('read no more pages ahead than one range needs', async () => {
    let read = 0;
    function* pages() {
      for (const page of pagesOf(hashesOf(20_000), 100)) {
        read++;
        yield page;
      }
    }
    for await (const _ of hashRanges(pages(), 160)) {
      // Two ranges at most and the page that was begun.
      expect(read).toBeLessThan(6);
      read = 0;
    }
  });

  it('are none where there is nothing', async () => {
    expect(await cut([], 10)).toEqual([]);
  });
});

describe('ranges of names', () => {
  it('hold all in order, and change where a name is new only', async () => {
    const names = hashesOf(40_000).sort((a, b) => (a.hash.slice(3) < b.hash.slice(3) ? -1 : 1));
    const before = await collect(nameRanges(pagesOf(names, 999)));
    expect(before.flat()).toEqual(names);
    expect(before.length).toBeGreaterThan(3);
    expect(Math.max(...before.map(({ length }) => length))).toBeLessThanOrEqual(8_192);
    const more = [...names.slice(0, 20_000), { hash: 'abc' }, ...names.slice(20_000)];
    const after = await collect(nameRanges(pagesOf(more, 999)));
    const known = new Set(before.map((range) => JSON.stringify(range)));
    // A part that was full ends elsewhere now, and so does the next one at worst.
    expect(after.filter((range) => !known.has(JSON.stringify(range))).length).toBeLessThan(5);
  });
});
