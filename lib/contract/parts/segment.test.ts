import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSegment, type SegmentStream, segmentCount, streamFor, streamsOf } from './segment.ts';

const unpacked = ({ pieces, skip }: SegmentStream): string =>
  inflateRawSync(Buffer.concat(pieces)).subarray(skip).toString();
const hex = (value: bigint) => value.toString(16).padStart(16, '0');

/** A segment whose blocks begin at the hashes given and say their number. */
function segmentOf(firsts: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = (i: number) => Buffer.from(`block ${i} äöü\n`);
  const [start = '', ...rest] = firsts;
  const head = text(0);
  return joinSegment(firsts.length, head.length, [
    { first: start, bytes: deflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) },
    ...rest.map((first, i) => ({ first, bytes: deflateRawSync(text(i + 1), { dictionary: head }) })),
  ]);
}

describe('a segment', () => {
  it('gives the block in which a hash is, for every hash', () => {
    const hashes = fc.uniqueArray(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(hashes, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (values, wanted) => {
        const firsts = values.map(hex).sort();
        const segment = segmentOf(firsts);
        for (const hash of [...firsts, hex(wanted)]) {
          const index = Math.max(0, firsts.filter((first) => first <= hash).length - 1);
          expect(unpacked(streamFor(segment, hash))).toBe(`block ${index} äöü\n`);
        }
        expect(Array.from(streamsOf(segment), unpacked)).toEqual(firsts.map((_, i) => `block ${i} äöü\n`));
      }),
    );
  });

  it('lies anywhere in its buffer', () => {
    const segment = segmentOf(['00', '80'].map((start) => start.padEnd(16, '0')));
    const moved = new Uint8Array(segment.length + 7);
    moved.set(segment, 7);
    expect(unpacked(streamFor(moved.subarray(7), 'f'.repeat(16)))).toBe('block 1 äöü\n');
  });

  it('that is none, or cut short, is none', () => {
    const segment = segmentOf(['0'.repeat(16)]);
    expect(segmentCount(segment)).toBe(1);
    const other = segment.slice();
    other[3] = 9;
    for (const bytes of [new Uint8Array(), segment.subarray(0, 20), other]) {
      expect(segmentCount(bytes)).toBeNull();
      expect(() => streamFor(bytes, '0'.repeat(16))).toThrow(TypeError);
    }
  });
});
