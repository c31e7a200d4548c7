import { describe, expect, it } from 'vitest';
import type { PartRef } from '../contract/manifest.ts';
import {
  type Bundle,
  bundlesOf,
  namesIn,
  partName,
  readPart,
  type SharedRecord,
  withoutParts,
} from './bundles.ts';

const part = (n: number, size: number, kind: PartRef['kind'] = 'segment') => ({
  ref: {
    kind,
    digest: n.toString(16).padStart(8, '0').padEnd(64, '0'),
    last: n.toString(16).padStart(16, '0'),
  } as PartRef,
  pieces: [new Uint8Array(size).fill(n).buffer],
  size,
});

const bytesIn = async (bundle: Bundle) =>
  Promise.all(namesIn(bundle.key).map((_, i) => readPart(bundle.stored, i)));
const sharedBytes = ({ stored }: Bundle) => (stored as SharedRecord).blob.size;

describe('bundles', () => {
  it('hold every part once, in order, none above 2 MB unless a part is', async () => {
    const parts = Array.from({ length: 60 }, (_, n) => part(n, n === 40 ? 3_000_000 : 5_000 * n));
    const bundles = bundlesOf(parts);
    expect(bundles.length).toBeGreaterThan(3);
    expect(bundles.flatMap(({ key }) => namesIn(key))).toEqual(parts.map(({ ref }) => partName(ref)));
    const stored = (await Promise.all(bundles.map(bytesIn))).flat();
    expect(stored).toEqual(parts.flatMap(({ pieces }) => pieces));
    for (const bundle of bundles) {
      expect(sharedBytes(bundle) <= 2 * 1024 * 1024 || namesIn(bundle.key).length === 1).toBe(true);
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
    expect(sharedBytes(rest!)).toBe(50);
    expect(withoutParts(bundle!, () => false)).toBeNull();
  });

  it('leave glyph shards to records of their own, as long as the browser keeps these whole', async () => {
    const parts = [part(1, 10), part(2, 57_000, 'glyphs'), part(3, 20), part(4, 61_000, 'glyphs')];
    const bundles = bundlesOf(parts);
    const [, own] = parts.map(({ ref }) => partName(ref));
    expect(bundles.map(({ key }) => namesIn(key).length)).toEqual([1, 3]);
    expect(bundles[0]?.key).toBe(own);
    expect(bundles[0]?.stored).toEqual({ bytes: parts[1]?.pieces[0] });
    expect(await bytesIn(bundles[0]!)).toEqual(parts[1]?.pieces);
  });

  it('of a shape that is not known hold nothing', async () => {
    for (const stored of [
      undefined,
      null,
      7,
      [],
      [new ArrayBuffer(3)],
      {},
      { blob: new Blob() },
      { bytes: 'text' },
    ]) {
      expect((await readPart(stored, 0)).byteLength).toBe(0);
    }
  });
});
