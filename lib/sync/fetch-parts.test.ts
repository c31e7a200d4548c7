import { describe, expect, it } from 'vitest';
import { MAX_PACK_PARTS, type PartRef } from '../contract/manifest.ts';
import { SyncError } from '../errors/sync-error.ts';
import { fetchParts, type PartTransfer, packsOf } from './fetch-parts.ts';

const refs = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, i) => ({ digest: String(i), bytes }) as PartRef);
const never = new AbortController().signal;

/** A transfer that writes down what is stored. */
function transfer(fetch: PartTransfer['fetch']) {
  const stored: string[] = [];
  const progress: number[] = [];
  const made: PartTransfer = {
    fetch,
    seal: async (ref) => ({ ref, pieces: [], size: 0 }),
    store: async (parts) => void stored.push(...(await Promise.all(parts)).map(({ ref }) => ref.digest)),
    onProgress: (done) => progress.push(done),
    now: () => 0,
  };
  return { made, stored, progress };
}
const giveAll: PartTransfer['fetch'] = async (pack, take) => {
  for (const ref of pack) await take(ref, new Uint8Array(ref.bytes));
};

describe('packs', () => {
  it('hold every part once, in order, none too large', () => {
    for (const list of [[], refs(1, 10), refs(3_000, 100), refs(1_000, 9_000), refs(5, 2_000_000)]) {
      const packs = packsOf(list);
      expect(packs.flat()).toEqual(list);
      for (const pack of packs) {
        expect(pack.length).toBeLessThanOrEqual(MAX_PACK_PARTS);
        expect(pack.length === 1 || pack.reduce((sum, { bytes }) => sum + bytes, 0) <= 2_097_152).toBe(true);
      }
    }
    expect(packsOf(refs(1_000, 9_000)).length).toBeLessThan(8);
  });
});

describe('fetching', () => {
  it('stores all and counts as it goes', async () => {
    const list = refs(500, 9_000);
    const { made, stored, progress } = transfer(giveAll);
    await fetchParts(packsOf(list), made, never);
    expect(stored.sort()).toEqual(list.map(({ digest }) => digest).sort());
    expect(progress.at(-1)).toBe(500);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('keeps what came before a failure, starts nothing after it, and tells its cause', async () => {
    const asked: string[] = [];
    const { made, stored } = transfer(async (pack, take, signal) => {
      asked.push(...pack.map(({ digest }) => digest));
      for (const ref of pack) {
        if (ref.digest === '3') throw new SyncError('bad-data');
        await take(ref, new Uint8Array(1));
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (signal.aborted) throw new SyncError('offline');
    });
    await expect(fetchParts(packsOf(refs(2_000, 9_000)), made, never)).rejects.toMatchObject({
      kind: 'bad-data',
    });
    expect(stored).toEqual(expect.arrayContaining(['0', '1', '2']));
    expect(asked.length).toBeLessThan(2_000);
  });

  it('writes what comes slowly as it comes', async () => {
    let clock = 0;
    const sizes: number[] = [];
    const { made } = transfer(async (pack, take) => {
      for (const ref of pack) {
        clock += 500;
        await take(ref, new Uint8Array(1));
      }
    });
    const store: PartTransfer['store'] = async (parts) => void sizes.push(parts.length);
    await fetchParts(packsOf(refs(12, 1)), { ...made, store, now: () => clock }, never);
    expect(sizes).toEqual([5, 5, 2]);
  });

  it('stops at a full disk', async () => {
    const { made, progress } = transfer(giveAll);
    const full = { ...made, store: () => Promise.reject(new SyncError('storage-full')) };
    await expect(fetchParts(packsOf(refs(2_000, 9_000)), full, never)).rejects.toMatchObject({
      kind: 'storage-full',
    });
    expect(progress).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const { made } = transfer(async (pack, take) => {
      for (const ref of pack) await take(ref, new Uint8Array(1));
      abort.abort();
    });
    await expect(fetchParts(packsOf(refs(2_000, 9_000)), made, abort.signal)).rejects.toThrow();
  });
});
