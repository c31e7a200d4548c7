import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GlyphShard, joinGlyphs } from './glyph-shard.ts';

const hex = (value: bigint) => value.toString(16).padStart(16, '0');
const lanes = (hash: string) =>
  [hash.slice(0, 8), hash.slice(8)].map((lane) => Number.parseInt(lane, 16)) as [number, number];

const hash = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    // Neighbours on both sides of the border between the lanes.
    fc.integer({ min: -3, max: 3 }).map((n) => 2n ** 40n + BigInt(n)),
  )
  .map(hex);
const entries = fc
  .uniqueArray(fc.record({ hash, glyph: fc.integer({ min: 0, max: 0xffff }) }), {
    selector: (entry) => entry.hash,
    maxLength: 60,
  })
  .map((list) => list.sort((a, b) => (a.hash < b.hash ? -1 : 1)));

describe('a glyph shard', () => {
  it('finds what it holds, and nothing else', () => {
    fc.assert(
      fc.property(entries, hash, (list, other) => {
        const shard = new GlyphShard(joinGlyphs(list), list.length);
        for (const [i, entry] of list.entries()) {
          expect(shard.find(...lanes(entry.hash))).toBe(entry.glyph);
          expect([shard.hashAt(i), shard.glyphAt(i)]).toEqual([entry.hash, entry.glyph]);
        }
        const known = list.find((entry) => entry.hash === other);
        expect(shard.find(...lanes(other))).toBe(known?.glyph ?? -1);
      }),
    );
  });

  it('finds the same after many searches in vain', () => {
    fc.assert(
      fc.property(entries, fc.array(hash, { minLength: 40, maxLength: 60 }), (list, others) => {
        const shard = new GlyphShard(joinGlyphs(list), list.length);
        const glyphs = new Map(list.map((entry) => [entry.hash, entry.glyph]));
        // What ends in the same bytes as an entry is told apart all the same.
        const alike = list.map((entry) => `0123456789ab${entry.hash.slice(12)}`);
        for (const other of [...others, ...alike, ...glyphs.keys()]) {
          expect(shard.find(...lanes(other))).toBe(glyphs.get(other) ?? -1);
        }
      }),
    );
  });

  it('of another number of entries is none', () => {
    for (const count of [0, 2]) expect(() => new GlyphShard(new Uint8Array(10), count)).toThrow(TypeError);
  });
});
