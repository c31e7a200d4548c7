import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { inRawDatabase } from '../../tests/support/raw-database.ts';
import { sampleMe } from '../../tests/support/sample-me.ts';
import { unpacked } from '../../tests/support/unpacked.ts';
import { deleteDatabase } from '../util/indexed-db.ts';
import { namesIn, readPart } from './bundles.ts';
import { Cache } from './cache.ts';
import { createCipher } from './cipher.ts';
import { CacheDatabase } from './database.ts';

const MINE = btoa('m'.repeat(32));
const OTHER = btoa('o'.repeat(32));
const key = (id: string): string => `samplecrm:-:account:${id}`;
const accounts = Array.from({ length: 30 }, (_, index) => ({
  id: `${index}`,
  name: `Canary ${index}`,
  keys: [key(`${index}`)],
}));

let database: CacheDatabase;
let cache: Cache;
let lost: number;
let sentinel: string | null;

function openCache(): Cache {
  return new Cache({
    database,
    sentinel: {
      read: async () => sentinel,
      write: async (version) => {
        sentinel = version;
      },
    },
    onPartLost: () => lost++,
  });
}

/** All that lies in the database, unpacked where it unpacks. */
async function onDisk(): Promise<string> {
  const out: string[] = [];
  const records = await inRawDatabase('sealed-cache', async (raw, stores) => {
    const all = stores.map(async (store) =>
      (await raw.keys(store)).map(async (key) => ({ store, key, value: await raw.get(store, key) })),
    );
    return Promise.all((await Promise.all(all)).flat());
  });
  for (const { store, key, value } of records) {
    const parts =
      store === 'parts' ? await Promise.all(namesIn(key).map((_, i) => readPart(value, i))) : [value];
    out.push(key, ...parts.map(spelledOut));
  }
  return out.join('\n');
}

function spelledOut(value: unknown): string {
  if (!(value instanceof ArrayBuffer)) return JSON.stringify(value);
  const buffer = Buffer.from(value);
  return [buffer.toString('latin1'), ...unpacked(buffer)].join('\n');
}

beforeEach(async () => {
  await deleteDatabase('sealed-cache');
  database = new CacheDatabase('sealed-cache');
  lost = 0;
  sentinel = null;
  cache = openCache();
  await cache.open(null);
  await cache.unlock(MINE);
  const api = new FakeApi();
  const manifest = api.publish([{ scope: 'Canary territory', accounts, money: true }]);
  const visible = { user: 'canary-user', apiUrl: 'https://api', etag: null, manifest };
  await cache.write('me', sampleMe({ name: 'Canary Kim' }));
  await cache.write('pending', visible);
  for (const ref of await cache.missingParts(manifest)) {
    // Parts that come in pieces are put together in one place, one after the other.
    const lent = (api.parts.get(ref.digest) as Uint8Array<ArrayBuffer>).slice();
    const sealed = cache.seal(ref, lent);
    lent.fill(0);
    await cache.putParts([sealed]);
  }
  await cache.switchTo(visible);
});

afterEach(() => database.close());

describe('what lies on disk', () => {
  it('says nothing; the same without sealing says it all', async () => {
    expect(await onDisk()).not.toMatch(/canary/i);
    expect((await cache.words(key('3')))?.name).toBe('Canary 3');
    const cipher = await createCipher(MINE);
    for (const bundle of await database.keys('parts')) {
      const sealed = await database.get('parts', bundle);
      const open = await Promise.all(
        namesIn(bundle).map(async (name, i) => cipher.open(name, await readPart(sealed, i))),
      );
      const stored = { blob: new Blob(open), sizes: open.map(({ byteLength }) => byteLength) };
      await inRawDatabase('sealed-cache', (raw) => raw.put('parts', bundle, stored));
    }
    expect(await onDisk()).toContain('Canary 3');
  });

  it('is gone after sign-out, the database with it, and can be filled again', async () => {
    await cache.forget();
    expect(cache.visible).toBeNull();
    expect(await database.keys('parts')).toEqual([]);
    expect((await database.readAllState()).size).toBe(0);
    expect(await cache.unlock(MINE)).toMatchObject({ emptied: false, pending: null });
  });

  it('of a part in the place of another is not read, but fetched again', async () => {
    const [first, second] = await database.keys('parts');
    await inRawDatabase('sealed-cache', async (raw) =>
      raw.put('parts', first!, (await raw.get('parts', second!))!),
    );
    for (const { id } of accounts) {
      const words = await cache.words(key(id));
      if (words !== null) expect(words.name).toBe(`Canary ${id}`);
      await cache.money(key(id));
      await cache.glyphs([key(id)]);
    }
    await cache.search('canary', 5);
    expect(lost).toBeGreaterThan(0);
  });
});

describe('the key', () => {
  it('opens in the next life what this one stored', async () => {
    cache = openCache();
    expect(await cache.open(MINE)).toMatchObject({ stored: true, emptied: false });
    expect((await cache.words(key('7')))?.name).toBe('Canary 7');
    expect(await cache.unlock(MINE)).toBeNull();
  });

  it('that is missing leaves all locked: nothing visible, nothing lost', async () => {
    cache = openCache();
    expect(await cache.open(null)).toMatchObject({ stored: true, emptied: false });
    expect(cache.visible).toBeNull();
    expect(await cache.words(key('7'))).toBeNull();
    expect(await cache.read('me')).toBeUndefined();
    expect(lost).toBe(0);
    await cache.unlock(MINE);
    expect((await cache.words(key('7')))?.name).toBe('Canary 7');
  });

  it('that is taken away locks at once', async () => {
    cache.lock();
    expect(await cache.words(key('7'))).toBeNull();
    expect((await cache.glyphs([key('7')]))[0]).toBeNull();
    expect(await cache.search('canary', 5)).toEqual([]);
  });

  it('of somebody else shows nothing and removes what it cannot read', async () => {
    cache = openCache();
    expect(await cache.open(OTHER)).toMatchObject({ stored: true, pending: null });
    expect(cache.visible).toBeNull();
    await cache.unlock(OTHER);
    expect(cache.visible).toBeNull();
    expect(await cache.read('me')).toBeUndefined();
    expect(await database.keys('parts')).toEqual([]);
  });

  it('is never used twice with the same start value', async () => {
    const cipher = await createCipher(MINE);
    const sealed = await Promise.all(Array.from({ length: 50 }, () => cipher.seal('x', new Uint8Array(9))));
    expect(new Set(sealed.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(50);
    await expect(cipher.open('y', sealed[0]!)).rejects.toThrow();
    expect((await cipher.open('x', sealed[0]!)).byteLength).toBe(9);
  });
});
