import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCount, withCount } from './gzip-count.ts';

const plain = Buffer.from('{"h":"00"}\n'.repeat(50));

describe('a count in the gzip header', () => {
  it('is read back, and every unpacker passes over it', async () => {
    for (const count of [0, 1, 100, 0xffff_ffff]) {
      const member = withCount(gzipSync(plain, { level: 9 }), count);
      expect(readCount(member)).toBe(count);
      expect(gunzipSync(member).equals(plain)).toBe(true);
      const stream = new Blob([member]).stream().pipeThrough(new DecompressionStream('gzip'));
      expect(await new Response(stream).text()).toBe(plain.toString());
    }
  });

  it('is not seen where there is none', () => {
    const member = withCount(gzipSync(plain), 7);
    expect(readCount(gzipSync(plain))).toBeNull();
    for (const length of [0, 3, 10, 15, 19]) expect(readCount(member.subarray(0, length))).toBeNull();
    const other = member.slice();
    other[12] = 0x58;
    expect(readCount(other)).toBeNull();
  });
});
