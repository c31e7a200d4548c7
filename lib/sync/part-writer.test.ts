import { describe, expect, it } from 'vitest';
import type { SealedPart } from '../cache/seal-part.ts';
import type { PartRef } from '../contract/manifest.ts';
import { PartWriter } from './part-writer.ts';

const MB = 1024 * 1024;
const seal = async (ref: PartRef): Promise<SealedPart> => ({ ref, pieces: [], size: 0 });
const ref = (n: number) => ({ digest: String(n) }) as PartRef;

/** A writer whose writes end when they are told to. */
function slowWriter() {
  const ends: (() => void)[] = [];
  const batches: number[] = [];
  const progress: number[] = [];
  const writer = new PartWriter({
    seal,
    store: (parts) => {
      batches.push(parts.length);
      return new Promise((resolve) => ends.push(resolve));
    },
    onProgress: (done) => progress.push(done),
    now: () => 0,
  });
  return { writer, ends, batches, progress };
}

describe('parts', () => {
  it('are written some at a time, ever more of them up to four megabytes, the rest at the end', async () => {
    const { writer, ends, batches, progress } = slowWriter();
    for (let n = 0; n < 47; n++) writer.take(ref(n), new Uint8Array(MB / 4));
    expect(batches).toEqual([4, 8, 16, 16]);
    const end = writer.end();
    expect(batches).toEqual([4, 8, 16, 16, 3]);
    for (const one of ends) one();
    await end;
    expect(progress).toEqual([4, 12, 28, 44, 47]);
  });

  it('wait while too much waits for the disk', async () => {
    const { writer, ends } = slowWriter();
    for (let n = 0; n < 3; n++) writer.take(ref(n), new Uint8Array(4 * MB));
    await writer.room();
    writer.take(ref(3), new Uint8Array(4 * MB));
    let isFree = false;
    const room = writer.room().then(() => {
      isFree = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isFree).toBe(false);
    ends[2]?.();
    await room;
    expect(isFree).toBe(true);
  });

  it('are no longer taken once a write has failed', async () => {
    const writer = new PartWriter({
      seal,
      store: () => Promise.reject(new Error('full')),
      onProgress: () => {},
      now: () => 0,
    });
    writer.take(ref(0), new Uint8Array(MB));
    await expect(writer.end()).rejects.toThrow('full');
    expect(() => writer.take(ref(1), new Uint8Array(1))).toThrow('full');
    await expect(writer.room()).rejects.toThrow('full');
  });

  it('that are not what was promised fail with their batch', async () => {
    const stored: number[] = [];
    const writer = new PartWriter({
      seal: ({ digest }) => (digest === '1' ? Promise.reject(new Error('bad')) : seal(ref(Number(digest)))),
      store: async (parts) => {
        const ends = await Promise.allSettled(parts);
        stored.push(ends.filter(({ status }) => status === 'fulfilled').length);
        await Promise.all(parts);
      },
      onProgress: () => {},
      now: () => 0,
    });
    for (let n = 0; n < 3; n++) writer.take(ref(n), new Uint8Array(1));
    await expect(writer.end()).rejects.toThrow('bad');
    expect(stored).toEqual([2]);
  });
});
