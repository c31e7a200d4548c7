import { describe, expect, it } from 'vitest';
import type { PartRef } from '../contract/manifest.ts';
import { splitParts } from './split-parts.ts';

const ref = (bytes: number) => ({ bytes }) as PartRef;
const stream = Uint8Array.from({ length: 60 }, (_, at) => at);

async function split(sizes: number[], pieces: Uint8Array<ArrayBuffer>[]): Promise<number[][]> {
  const parts: number[][] = [];
  const { push, end } = splitParts(sizes.map(ref), (_, bytes) => {
    parts.push([...new Uint8Array(bytes)]);
  });
  for (const piece of pieces) await push(piece);
  end();
  return parts;
}

describe('a stream of parts', () => {
  it.each([1, 2, 7, 20, 59, 60])('is cut where each ends, in pieces of %i bytes', async (size) => {
    const pieces = Array.from({ length: Math.ceil(60 / size) }, (_, i) =>
      stream.subarray(i * size, (i + 1) * size),
    );
    const parts = await split([20, 1, 30, 9], pieces);
    expect(parts.map(({ length }) => length)).toEqual([20, 1, 30, 9]);
    expect(parts.flat()).toEqual([...stream]);
  });

  it('that ends too early gives what is complete, and says so', async () => {
    const parts: number[] = [];
    const { push, end } = splitParts([ref(20), ref(50)], ({ bytes }) => {
      parts.push(bytes);
    });
    await push(stream);
    expect(parts).toEqual([20]);
    expect(end).toThrow(expect.objectContaining({ kind: 'bad-data' }));
  });

  it('is not cut further before a part was taken', async () => {
    const taken: number[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { push, end } = splitParts([ref(20), ref(40)], ({ bytes }) => {
      taken.push(bytes);
      return gate;
    });
    const pushed = push(stream);
    await new Promise((resolve) => setTimeout(resolve));
    expect(taken).toEqual([20]);
    release();
    await pushed;
    expect(taken).toEqual([20, 40]);
    end();
  });
});
