import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLYPH_ENTRY_BYTES, shardFromPlanes, shardToPlanes } from './glyph-shard.ts';

function shardOf(entries: readonly { hash: bigint; glyph: number }[]): DataView<ArrayBuffer> {
  const shard = new DataView(new ArrayBuffer(entries.length * GLYPH_ENTRY_BYTES));
  for (const [i, { hash, glyph }] of entries.entries()) {
    shard.setBigUint64(i * GLYPH_ENTRY_BYTES, hash);
    shard.setUint16(i * GLYPH_ENTRY_BYTES + 8, glyph);
  }
  return shard;
}

const entries = fc
  .uniqueArray(
    fc.record({
      hash: fc.oneof(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        // Neighbours on both sides of where a lane overflows.
        fc.integer({ min: -3, max: 3 }).map((n) => 2n ** 40n - (2n ** 40n % 2n ** 32n) + BigInt(n)),
      ),
      glyph: fc.integer({ min: 0, max: 0xffff }),
    }),
    { selector: ({ hash }) => hash, maxLength: 60 },
  )
  .map((list) => list.sort((a, b) => (a.hash < b.hash ? -1 : 1)));

describe('the planes of a shard', () => {
  it('give back what went in', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const shard = shardOf(list);
        expect(shardFromPlanes(shardToPlanes(shard)).buffer).toEqual(shard.buffer);
      }),
    );
  });

  it('of hashes out of order, twice the same, or of another size are no shard', () => {
    const same = new Uint8Array(2 * GLYPH_ENTRY_BYTES);
    expect(() => shardFromPlanes(same)).toThrow(TypeError);
    const descending = shardToPlanes(shardOf([5n, 3n].map((hash) => ({ hash, glyph: 1 }))));
    expect(() => shardFromPlanes(descending)).toThrow(TypeError);
    expect(() => shardFromPlanes(new Uint8Array(15))).toThrow(TypeError);
    expect(shardFromPlanes(new Uint8Array()).byteLength).toBe(0);
  });
});
