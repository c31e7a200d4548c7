import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartRef } from '../contract/manifest.ts';
import { GlyphShard } from '../contract/parts/glyph-shard.ts';
import { ShardList } from './shard-list.ts';

const hex = (value: bigint) => value.toString(16).padStart(16, '0');
const lanes = (value: bigint) => [Number(value >> 32n), Number(value & 0xffff_ffffn)] as const;
const refOf = (first: bigint, last: bigint): PartRef => ({
  digest: hex(first).repeat(4),
  kind: 'glyphs',
  bytes: 1,
  count: 1,
  first: hex(first),
  last: hex(last),
});
const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe('a list of shards', () => {
  it('knows the one whose range holds a hash, and whether it is in memory', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { minLength: 2, maxLength: 40 }), hash, (values, other) => {
        const ends = values.sort((a, b) => (a < b ? -1 : 1));
        const refs = ends.flatMap((first, i) =>
          i % 2 === 0 && ends[i + 1] ? [refOf(first, ends[i + 1]!)] : [],
        );
        const list = new ShardList(refs);
        for (const value of [...ends, other]) {
          const expected = refs.find(({ first, last }) => first <= hex(value) && hex(value) <= last) ?? null;
          expect(list.missing(...lanes(value))).toBe(expected);
          expect(list.at(...lanes(value))).toBe(expected === null ? null : undefined);
        }
        const shard = new GlyphShard(new Uint8Array(), 0);
        for (const ref of refs) {
          expect(list.isWhole).toBe(false);
          list.keep(ref, shard);
        }
        expect(list.isWhole).toBe(true);
        expect(list.missing(...lanes(ends[0]!))).toBeNull();
        expect(list.at(...lanes(ends[0]!))).toBe(shard);
      }),
    );
  });

  it('leaves out what are no shards, and empty ones', () => {
    const list = new ShardList([
      { ...refOf(0n, 9n), kind: 'segment' },
      { ...refOf(0n, 0n), first: '', last: '', count: 0 },
    ]);
    expect([list.isEmpty, list.isWhole]).toEqual([true, true]);
    expect(list.at(0, 5)).toBeNull();
  });
});
