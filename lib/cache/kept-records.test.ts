import { describe, expect, it } from 'vitest';
import { KeptRecords } from './kept-records.ts';

const name = (n: number) => String(n).padStart(32, '0');
const keyOf = (...numbers: number[]) => numbers.map(name).join('');
const bytesOf = (n: number) => new Uint8Array(n + 1).fill(n);

/** Records whose parts say their numbers; counts how often one is read. */
function records() {
  let reads = 0;
  const kept = new KeptRecords(async (key) => {
    reads++;
    if (key === 'broken') throw new Error('no file');
    const parts = (key.match(/.{32}/g) ?? []).map((one) => bytesOf(Number(one)));
    return { blob: new Blob(parts), sizes: parts.map(({ length }) => length) };
  });
  const part = async (key: string, index: number) => {
    const found = await kept.part(key, index);
    return found && [...new Uint8Array(found)];
  };
  return { kept, part, reads: () => reads };
}

describe('records in memory', () => {
  it('give each part, and are read once', async () => {
    const { kept, part, reads } = records();
    const key = keyOf(5, 6, 7);
    expect(await part(key, 0)).toBeUndefined();
    kept.keep(key);
    kept.keep(key);
    for (const [index, n] of [5, 6, 7].entries()) expect(await part(key, index)).toEqual([...bytesOf(n)]);
    expect(await part(key, 3)).toBeUndefined();
    expect(reads()).toBe(1);
  });

  it('are few: the oldest one goes', async () => {
    const { kept, part } = records();
    for (let n = 0; n < 5; n++) kept.keep(keyOf(n));
    expect(await part(keyOf(0), 0)).toBeUndefined();
    expect(await part(keyOf(4), 0)).toEqual([...bytesOf(4)]);
    kept.clear();
    expect(await part(keyOf(4), 0)).toBeUndefined();
  });

  it('that cannot be read are not there, and may be tried again', async () => {
    const { kept, part, reads } = records();
    for (let n = 0; n < 2; n++) {
      kept.keep('broken');
      expect(await part('broken', 0)).toBeUndefined();
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(reads()).toBe(2);
  });
});
