import { describe, expect, it } from 'vitest';
import type { PartRef } from '../contract/manifest.ts';
import { PartWriter } from './part-writer.ts';

const MB = 1024 * 1024;
const ref = (n: number) => ({ digest: String(n) }) as PartRef;

/** A writer whose writes end when they are told to. */
function slowWriter() {
  const ends: (() => void)[] = [];
  const batches: number[] = [];
  const progress: number[] = [];
  const writer = new PartWriter({
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
  it('are written some at a time, ever more of them up to two megabytes, the rest at the end', async () => {
    const { writer, ends, batches, progress } = slowWriter();
    for (let n = 0; n < 25; n++) writer.take(ref(n), new ArrayBuffer(MB / 4));
    expect(batches).toEqual([2, 4, 8, 8]);
    const end = writer.end();
    expect(batches).toEqual([2, 4, 8, 8, 3]);
    for (const one of ends) one();
    await end;
    expect(progress).toEqual([2, 6, 14, 22, 25]);
  });

  it('wait while too much waits for the disk', async () => {
    const { writer, ends } = slowWriter();
    for (let n = 0; n < 3; n++) writer.take(ref(n), new ArrayBuffer(2 * MB));
    await writer.room();
    writer.take(ref(3), new ArrayBuffer(2 * MB));
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
      store: () => Promise.reject(new Error('full')),
      onProgress: () => {},
      now: () => 0,
    });
    writer.take(ref(0), new ArrayBuffer(MB));
    await expect(writer.end()).rejects.toThrow('full');
    expect(() => writer.take(ref(1), new ArrayBuffer(1))).toThrow('full');
    await expect(writer.room()).rejects.toThrow('full');
  });
});
