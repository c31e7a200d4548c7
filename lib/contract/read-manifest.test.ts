import { describe, expect, it } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { Manifest } from './manifest.ts';
import { readManifest } from './read-manifest.ts';

function published(): Manifest {
  const accounts = Array.from({ length: 20 }, (_, n) => ({
    id: `${n}`,
    name: `Company ${n}`,
    keys: [`samplecrm:-:account:${n}`],
  }));
  return new FakeApi().publish([{ scope: 'north', accounts, money: true }]);
}

describe('a manifest', () => {
  it('is read as the schema reads it', () => {
    const manifest = published();
    expect(readManifest(manifest)).toEqual(Manifest.parse(manifest));
    expect(readManifest({ ...manifest, more: 1 })).toEqual(Manifest.parse(manifest));
  });

  it.each([
    ['digest', 'x'],
    ['digest', 'A'.repeat(64)],
    ['digest', undefined],
    ['kind', 'rows'],
    ['bytes', -1],
    ['bytes', 1.5],
    ['bytes', '1'],
    ['count', null],
    ['count', 2 ** 53],
    ['first', 'abc'],
    ['last', 7],
  ])('with a reference whose %s is %j is none, as the schema says', (field, value) => {
    for (const list of ['base', 'changes'] as const) {
      const manifest = published();
      const [layer] = manifest.scopes[0]!.layers;
      layer![list] = [...layer!.base, { ...layer!.base[0]!, [field]: value }];
      expect([readManifest(manifest), Manifest.safeParse(manifest).success]).toEqual([null, false]);
    }
  });

  it('of another shape is none', () => {
    for (const value of [
      null,
      1,
      'x',
      [],
      {},
      { ...published(), protocol: 3 },
      { ...published(), scopes: [{}] },
    ])
      expect(readManifest(value)).toBeNull();
  });
});
