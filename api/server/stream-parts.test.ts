import { describe, expect, it } from 'vitest';
import { streamParts } from './stream-parts.ts';

const digests = Array.from({ length: 10 }, (_, i) => String(i));
const bytesOf = async (some: readonly string[]) => some.map((digest) => Buffer.from(`<${digest}>`));

describe('a stream of parts', () => {
  it.each([1, 3, 5, 10, 11])('holds all in order, read %i at a time', async (atOnce) => {
    const text = await new Response(streamParts(digests, bytesOf, atOnce)).text();
    expect(text).toBe(digests.map((digest) => `<${digest}>`).join(''));
    expect(await new Response(streamParts([], bytesOf, atOnce)).text()).toBe('');
  });

  it('reads no further than it is read', async () => {
    const asked: string[] = [];
    const reader = streamParts(
      digests,
      (some) => {
        asked.push(...some);
        return bytesOf(some);
      },
      2,
    ).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked.length).toBeLessThanOrEqual(4);
    await reader.cancel();
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  it('ends in a failure where a part is gone, never as if it were whole', async () => {
    const broken = streamParts(
      digests,
      async (some) => {
        if (some.includes('4')) throw new Error('gone');
        return bytesOf(some);
      },
      2,
    );
    await expect(new Response(broken).text()).rejects.toThrow();
  });
});
