import { describe, expect, it } from 'vitest';
import type { PartRef } from '../contract/manifest.ts';
import { splitParts } from './split-parts.ts';

const ref = (bytes: number) => ({ bytes }) as PartRef;
const stream = Uint8Array.from({ length: 60 }, (_, at) => at);

function split(sizes: number[], pieces: Uint8Array[]): number[][] {
  const parts: number[][] = [];
  const { push, end } = splitParts(sizes.map(ref), (_, bytes) => parts.push([...new Uint8Array(bytes)]));
  for (const piece of pieces) push(piece);
  end();
  return parts;
}

describe('a stream of parts', () => {
  it.each([1, 2, 7, 20, 59, 60])('is cut where each ends, in pieces of %i bytes', (size) => {
    const pieces = Array.from({ length: Math.ceil(60 / size) }, (_, i) =>
      stream.subarray(i * size, (i + 1) * size),
    );
    const parts = split([20, 1, 30, 9], pieces);
    expect(parts.map(({ length }) => length)).toEqual([20, 1, 30, 9]);
    expect(parts.flat()).toEqual([...stream]);
  });

  it('that ends too early gives what is complete, and says so', () => {
    const parts: number[] = [];
    const { push, end } = splitParts([ref(20), ref(50)], ({ bytes }) => parts.push(bytes));
    push(stream);
    expect(parts).toEqual([20]);
    expect(end).toThrow(expect.objectContaining({ kind: 'bad-data' }));
  });
});
