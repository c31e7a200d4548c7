import { describe, expect, it } from 'vitest';
import type { PartRef } from '../contract/manifest.ts';
import { bundlesOf, namesIn, partName, withoutParts } from './bundles.ts';

const part = (n: number, size: number) => ({
  ref: {
    digest: n.toString(16).padStart(8, '0').padEnd(64, '0'),
    last: n.toString(16).padStart(16, '0'),
  } as PartRef,
  sealed: new ArrayBuffer(size),
});

describe('bundles', () => {
  it('hold every part once, in order, none above 64 KB unless a part is', () => {
    const parts = Array.from({ length: 200 }, (_, n) => part(n, n === 70 ? 90_000 : 100 * n));
    const bundles = bundlesOf(parts);
    expect(bundles.flatMap(({ key }) => namesIn(key))).toEqual(parts.map(({ ref }) => partName(ref)));
    expect(bundles.flatMap(({ parts }) => parts)).toEqual(parts.map(({ sealed }) => sealed));
    for (const { key, parts } of bundles) {
      expect(namesIn(key)).toHaveLength(parts.length);
      const size = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
      expect(size < 65_536 || parts.length === 1).toBe(true);
    }
    expect(bundlesOf([])).toEqual([]);
  });

  it('lose parts, and go when none is left', () => {
    const parts = [part(1, 10), part(2, 20), part(3, 30)];
    const [bundle] = bundlesOf(parts);
    const [, second, third] = parts.map(({ ref }) => partName(ref));
    const rest = withoutParts(bundle!, (name) => name === second || name === third);
    expect(namesIn(rest!.key)).toEqual([second, third]);
    expect(rest!.parts.map(({ byteLength }) => byteLength)).toEqual([20, 30]);
    expect(withoutParts(bundle!, () => false)).toBeNull();
  });
});
