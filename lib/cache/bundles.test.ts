import { describe, expect, it } from 'vitest';
import type { PartRef } from '../contract/manifest.ts';
import { type Bundle, bundlesOf, namesIn, partIn, partName, withoutParts } from './bundles.ts';

const part = (n: number, size: number) => ({
  ref: {
    digest: n.toString(16).padStart(8, '0').padEnd(64, '0'),
    last: n.toString(16).padStart(16, '0'),
  } as PartRef,
  pieces: [new Uint8Array(size).fill(n).buffer],
  size,
});

const bytesIn = async (bundle: Bundle) =>
  Promise.all(
    namesIn(bundle.key).map(async (_, i) => (await partIn(bundle.stored, i)?.arrayBuffer()) ?? null),
  );

describe('bundles', () => {
  it('hold every part once, in order, none above 2 MB unless a part is', async () => {
    const parts = Array.from({ length: 60 }, (_, n) => part(n, n === 40 ? 3_000_000 : 5_000 * n));
    const bundles = bundlesOf(parts);
    expect(bundles.length).toBeGreaterThan(3);
    expect(bundles.flatMap(({ key }) => namesIn(key))).toEqual(parts.map(({ ref }) => partName(ref)));
    const stored = (await Promise.all(bundles.map(bytesIn))).flat();
    expect(stored).toEqual(parts.flatMap(({ pieces }) => pieces));
    for (const bundle of bundles) {
      expect(bundle.stored.blob.size <= 2 * 1024 * 1024 || namesIn(bundle.key).length === 1).toBe(true);
    }
    expect(bundlesOf([])).toEqual([]);
  });

  it('lose parts, and go when none is left', async () => {
    const parts = [part(1, 10), part(2, 20), part(3, 30)];
    const [bundle] = bundlesOf(parts);
    const [, second, third] = parts.map(({ ref }) => partName(ref));
    const rest = withoutParts(bundle!, (name) => name === second || name === third);
    expect(namesIn(rest!.key)).toEqual([second, third]);
    expect(await bytesIn(rest!)).toEqual(parts.slice(1).flatMap(({ pieces }) => pieces));
    expect(rest!.stored.blob.size).toBe(50);
    expect(withoutParts(bundle!, () => false)).toBeNull();
  });

  it('of a shape that is not known hold nothing', () => {
    for (const stored of [undefined, null, 7, [], [new ArrayBuffer(3)], {}, { blob: new Blob() }]) {
      expect(partIn(stored, 0)).toBeUndefined();
    }
  });
});
