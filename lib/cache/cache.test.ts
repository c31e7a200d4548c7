import { allParts } from '../contract/all-parts.ts';
import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeApi, type FakeScope } from '../../tests/support/fake-api.ts';
import { inRawDatabase } from '../../tests/support/raw-database.ts';
import type { Manifest } from '../contract/manifest.ts';
import { hash64 } from '../util/hash64.ts';
import { deleteDatabase, openDatabase } from '../util/indexed-db.ts';
import { namesIn, partName, type StoredBundle, withoutParts } from './bundles.ts';
import { Cache } from './cache.ts';
import { CacheDatabase, type Visible } from './database.ts';
import { createSentinel } from './sentinel.ts';

const KEY = btoa('k'.repeat(32));
const key = (id: string): string => `samplecrm:-:account:${id}`;
const contact = (id: string): string => `samplecrm:-:contact:${id}`;

function accounts(from: number, to: number) {
  return Array.from({ length: to - from }, (_, index) => {
    const id = `${from + index}`;
    return {
      id,
      name: `Company ${id}`,
      keys: [key(id), contact(id)],
      glyph: (from + index) % 2,
      db3: from + index,
    };
  });
}

/** Takes parts away behind the cache's back, and leaves what lies with them. */
async function losePartsOnDisk(lost: ReadonlySet<string>): Promise<void> {
  await inRawDatabase('test-cache', async (raw) => {
    for (const bundle of await raw.keys('parts')) {
      if (!namesIn(bundle).some((name) => lost.has(name))) continue;
      const stored = (await raw.get('parts', bundle)) as StoredBundle;
      const rest = withoutParts({ key: bundle, stored }, (name) => !lost.has(name));
      await raw.delete('parts', bundle);
      if (rest) await raw.put('parts', rest.key, rest.stored);
    }
  });
}

let database: CacheDatabase;
let area: Record<string, unknown>;
let lost: number;
let cache: Cache;
let api: FakeApi;

function openCache(): Cache {
  const sentinel = createSentinel({
    get: async (name) => ({ [name]: area[name] }),
    set: async (items) => void Object.assign(area, items),
    remove: async (names) => [names].flat().forEach((name) => void delete area[name]),
  });
  return new Cache({ database, sentinel, onPartLost: () => lost++ });
}

async function fill(manifest: Manifest): Promise<void> {
  for (const ref of await cache.missingParts(manifest)) {
    await cache.putParts([cache.seal(ref, api.parts.get(ref.digest) as Uint8Array<ArrayBuffer>)]);
  }
}

const visible = (manifest: Manifest): Visible => ({
  user: 'p1',
  apiUrl: 'https://api',
  etag: null,
  manifest,
});

async function show(scopes: FakeScope[]): Promise<Manifest> {
  const manifest = api.publish(scopes);
  await fill(manifest);
  await cache.switchTo(visible(manifest));
  return manifest;
}

beforeEach(async () => {
  await deleteDatabase('test-cache');
  database = new CacheDatabase('test-cache');
  area = {};
  lost = 0;
  api = new FakeApi();
  cache = openCache();
  await cache.open(null);
  await cache.unlock(KEY);
});

afterEach(() => database.close());

describe('look-up', () => {
  it('finds every account by every key, glyph, words and money', async () => {
    await show([
      { scope: 'north', accounts: accounts(0, 60), money: true },
      { scope: 'south', accounts: accounts(60, 90) },
    ]);
    for (let i = 0; i < 90; i++) {
      for (const any of [key(`${i}`), contact(`${i}`)]) {
        expect((await cache.words(any))?.name).toBe(`Company ${i}`);
        expect((await cache.money(any))?.db3).toBe(i < 60 ? i : undefined);
        expect((await cache.glyphs([any]))[0]).toBe(i % 2);
      }
    }
  });

  it('knows nothing of other keys', async () => {
    await show([{ scope: 'north', accounts: accounts(0, 30), money: true }]);
    for (const any of [key('999'), '__proto__', 'constructor', '']) {
      expect(await cache.words(any)).toBeNull();
      expect(await cache.money(any)).toBeNull();
      expect((await cache.glyphs([any]))[0]).toBeNull();
    }
    expect(lost).toBe(0);
  });

  it('reads changes before base', async () => {
    const base = accounts(0, 30);
    const changed = { id: '7', name: 'New name', keys: [key('7'), contact('7')], glyph: 0 };
    await show([
      { scope: 'north', base, accounts: base.map((account) => (account.id === '7' ? changed : account)) },
    ]);
    expect((await cache.words(contact('7')))?.name).toBe('New name');
    expect((await cache.glyphs([key('7')]))[0]).toBe(0);
    expect((await cache.words(key('8')))?.name).toBe('Company 8');
    expect(await cache.search('new name', 5)).toEqual([{ name: 'New name', hash: hash64(key('7')) }]);
    expect(await cache.search('company 7', 5)).toEqual([]);
  });

  it('knows nothing of what is gone, and finds in its new scope what has moved', async () => {
    const north = accounts(0, 30).map((account) => ({ ...account, glyph: 0 }));
    const south = accounts(30, 60);
    const [gone, moved, ...rest] = north;
    for (const order of [1, -1]) {
      await show(
        [
          { scope: 'north', base: north, accounts: rest, money: true },
          { scope: 'south', base: south, accounts: [...south, moved!], money: true },
        ].sort((a, b) => order * (a.scope < b.scope ? -1 : 1)),
      );
      for (const name of gone!.keys) {
        expect(await cache.words(name)).toBeNull();
        expect(await cache.money(name)).toBeNull();
        expect((await cache.glyphs([name]))[0]).toBeNull();
      }
      expect(await cache.search(gone!.name, 5)).toEqual([]);
      for (const name of moved!.keys) {
        expect((await cache.words(name))?.id).toBe(moved!.id);
        expect((await cache.money(name))?.id).toBe(moved!.id);
        expect((await cache.glyphs([name]))[0]).toBe(0);
      }
      expect((await cache.search(moved!.name, 5)).map(({ hash }) => hash)).toContain(hash64(moved!.keys[0]!));
    }
  });

  it('reads no segment but the one that holds the row, however many scopes there are', async () => {
    const scopes = Array.from({ length: 6 }, (_, n) => ({
      scope: `s${n}`,
      accounts: accounts(n * 20, n * 20 + 20),
      money: true,
    }));
    await show(scopes);
    await cache.glyphs([key('1')]);
    for (const id of ['7', '119']) await cache.words(key(id));
    const read = vi.spyOn(database, 'get');
    expect((await cache.words(contact('65')))?.name).toBe('Company 65');
    expect((await cache.money(key('65')))?.db3).toBe(65);
    expect(await cache.words(key('999'))).toBeNull();
    // An alias may lie in another segment than its row; each layer has its own.
    expect(new Set(read.mock.calls.map(([, record]) => record)).size).toBeLessThanOrEqual(3);
  });

  it('says nothing of a change that is lost, never what the base says', async () => {
    const base = accounts(0, 30);
    const renamed = { ...base[7]!, name: 'New name', glyph: 0 };
    const manifest = await show([
      {
        scope: 'north',
        base,
        accounts: base.map((account) => (account.id === renamed.id ? renamed : account)),
      },
    ]);
    await losePartsOnDisk(new Set(manifest.scopes[0]!.layers[0]!.changes.map(partName)));
    expect(await cache.words(key(renamed.id))).toBeNull();
    expect((await cache.glyphs([key(renamed.id)]))[0]).toBeNull();
    expect(await cache.search('company', 5)).toEqual([]);
    expect(lost).toBeGreaterThan(0);
  });

  it('searches names: start of name, start of word, anywhere', async () => {
    const named = ['Becker Bau', 'Bau Müller GmbH', 'Tiefbau Nord'].map((name, index) => ({
      id: `${index}`,
      name,
      keys: [key(`${index}`)],
    }));
    await show([{ scope: 'north', accounts: named }]);
    const names = async (text: string) => (await cache.search(text, 10)).map(({ name }) => name);
    expect(await names('bau')).toEqual(['Bau Müller GmbH', 'Becker Bau', 'Tiefbau Nord']);
    expect(await names('mueller')).toEqual(['Bau Müller GmbH']);
    expect(await names('  ')).toEqual([]);
    expect(await cache.search('bau', 1)).toHaveLength(1);
  });
});

describe('switch', () => {
  it('shows nothing before all parts are there', async () => {
    const manifest = api.publish([{ scope: 'north', accounts: accounts(0, 30) }]);
    const [first] = await cache.missingParts(manifest);
    await cache.putParts([cache.seal(first!, api.parts.get(first!.digest) as Uint8Array<ArrayBuffer>)]);
    await expect(cache.switchTo(visible(manifest))).rejects.toMatchObject({ kind: 'bad-data' });
    expect(cache.visible).toBeNull();
    expect(await cache.words(key('1'))).toBeNull();
    expect(await cache.missingParts(manifest)).toHaveLength(allParts(manifest).length - 1);
  });

  it('removes what the new manifest does not name and survives a restart', async () => {
    await show([
      { scope: 'north', accounts: accounts(0, 30), money: true },
      { scope: 'south', accounts: accounts(30, 60) },
    ]);
    const manifest = await show([{ scope: 'north', accounts: accounts(0, 30) }]);
    const stored = (await database.keys('parts')).flatMap(namesIn);
    expect(stored.sort()).toEqual(allParts(manifest).map(partName).sort());
    cache = openCache();
    expect(await cache.open(KEY)).toMatchObject({ emptied: false });
    expect((await cache.words(key('3')))?.name).toBe('Company 3');
    expect(await cache.money(key('3'))).toBeNull();
    expect(await cache.words(key('40'))).toBeNull();
  });

  it('tells a database that was emptied from one that was never filled', async () => {
    await show([{ scope: 'north', accounts: accounts(0, 5) }]);
    await inRawDatabase('test-cache', (raw) => raw.clear('state'));
    cache = openCache();
    expect(await cache.open(KEY)).toMatchObject({ emptied: true });
    await cache.clear();
    cache = openCache();
    expect(await cache.open(KEY)).toMatchObject({ emptied: false });
  });
});

describe('a database that cannot be read', () => {
  it('is made anew', async () => {
    await show([{ scope: 'north', accounts: accounts(0, 5) }]);
    database.close();
    database = new CacheDatabase('test-cache');
    vi.spyOn(database, 'open').mockRejectedValueOnce(new DOMException('damaged', 'UnknownError'));
    cache = openCache();
    expect(await cache.open(KEY)).toMatchObject({ emptied: true, pending: null });
    const manifest = await show([{ scope: 'north', accounts: accounts(0, 5) }]);
    expect(cache.visible?.manifest).toEqual(manifest);
  });

  it('is opened again where the browser has closed it', async () => {
    const manifest = await show([{ scope: 'north', accounts: accounts(0, 5) }]);
    database.close();
    expect((await cache.words(key('3')))?.name).toBe('Company 3');
    database.close();
    await cache.unlock(KEY);
    expect((await cache.words(key('3')))?.name).toBe('Company 3');
    expect(cache.visible?.manifest).toEqual(manifest);
  });

  it('of a newer version of the extension is read as far as it is known', async () => {
    const manifest = await show([{ scope: 'north', accounts: accounts(0, 5) }]);
    database.close();
    const upgrade = (raw: IDBDatabase) => void raw.createObjectStore('more');
    const newer = await openDatabase({ name: 'test-cache', version: 90, upgrade, onClosed: () => {} });
    newer.close();
    database = new CacheDatabase('test-cache');
    cache = openCache();
    expect(await cache.open(KEY)).toMatchObject({ emptied: false, pending: null });
    expect(cache.visible?.manifest).toEqual(manifest);
    expect((await cache.words(key('3')))?.name).toBe('Company 3');
  });

  it('forgets records of a shape it does not know', async () => {
    const manifest = await show([{ scope: 'north', accounts: accounts(0, 5) }]);
    const strange = { ...visible(manifest), manifest: { ...manifest, protocol: 99 } } as unknown as Visible;
    await cache.write('visible', strange);
    await cache.write('pending', strange);
    cache = openCache();
    expect(await cache.open(KEY)).toMatchObject({ emptied: true, pending: null });
    expect(cache.visible).toBeNull();
  });
});

describe('bad parts', () => {
  it.each([
    ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1)],
    [
      'another byte',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
    ],
    ['another part', () => new Uint8Array(gzipSync('{}\n'))],
  ])('refuses a part that is %s', async (_, change) => {
    const manifest = api.publish([{ scope: 'north', accounts: accounts(0, 9) }]);
    for (const ref of allParts(manifest)) {
      const bytes = change(api.parts.get(ref.digest) as Uint8Array<ArrayBuffer>);
      await expect(cache.putParts([cache.seal(ref, bytes)])).rejects.toMatchObject({ kind: 'bad-data' });
    }
    expect(await database.keys('parts')).toEqual([]);
  });

  it('refuses another number of lines than promised', async () => {
    const manifest = api.publish([{ scope: 'north', accounts: accounts(0, 9) }]);
    for (const ref of allParts(manifest)) {
      const bytes = api.parts.get(ref.digest) as Uint8Array<ArrayBuffer>;
      const lying = { ...ref, count: ref.count + 1 };
      await expect(cache.seal(lying, bytes)).rejects.toMatchObject({ kind: 'bad-data' });
    }
  });

  it('refuses overlapping ranges', async () => {
    const manifest = api.publish([{ scope: 'north', accounts: accounts(0, 30) }]);
    manifest.scopes[0]!.layers[0]!.base.reverse();
    await expect(cache.missingParts(manifest)).rejects.toMatchObject({ kind: 'bad-data' });
  });

  it('drops a stored part that became unreadable and reports it', async () => {
    const manifest = await show([{ scope: 'north', accounts: accounts(0, 9) }]);
    await inRawDatabase('test-cache', async (raw) => {
      for (const stored of await raw.keys('parts')) {
        const sizes = namesIn(stored).map(() => 3);
        await raw.put('parts', stored, { blob: new Blob(sizes.map(() => new Uint8Array(3))), sizes });
      }
    });
    expect(await cache.words(key('1'))).toBeNull();
    expect((await cache.glyphs([key('1')]))[0]).toBeNull();
    expect(lost).toBe(2);
    expect(await cache.missingParts(manifest)).toHaveLength(2);
    await fill(manifest);
    expect((await cache.glyphs([key('1')]))[0]).toBe(1);
  });
});
