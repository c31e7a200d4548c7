import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { inRawDatabase } from '../../tests/support/raw-database.ts';
import { sampleMe } from '../../tests/support/sample-me.ts';
import { deleteDatabase } from '../util/indexed-db.ts';
import type { StorageArea } from '../util/storage-area.ts';
import { Cache } from './cache.ts';
import { CacheDatabase } from './database.ts';
import { StartCopy, type StartRecords } from './start-copy.ts';

const KEY = btoa('m'.repeat(32));
const key = (id: string): string => `samplecrm:-:account:${id}`;
const account = (id: string) => ({ id, name: `Company ${id}`, keys: [key(id)], glyph: Number(id) % 2 });
const me = sampleMe();
const contact = { serverTime: '2026-11-23T08:00:00Z', offsetMs: 0 };

let items: Map<string, unknown>;
let database: CacheDatabase;
let cache: Cache;
let copy: StartCopy;
let api: FakeApi;

const area: StorageArea = {
  get: async (name) => ({ [name]: structuredClone(items.get(name)) }),
  set: async (more) => Object.entries(more).forEach(([name, value]) => void items.set(name, value)),
  remove: async (names) => [names].flat().forEach((name) => void items.delete(name)),
};

/** One more life over the same disk and the same memory of the browser. */
function wake(version = '1'): void {
  database.close();
  database = new CacheDatabase('resumed-cache');
  copy = new StartCopy(area);
  cache = new Cache({
    database,
    version,
    copy,
    sentinel: { read: async () => 'v', write: async () => {} },
  });
}

/** A new life that goes on with what the last one has kept. */
async function goOn(): Promise<StartRecords> {
  wake();
  const records = await copy.read();
  if (records === null) throw new Error('nothing is kept');
  expect(cache.resume(KEY, records)).toBe(true);
  return records;
}

async function show(...ids: string[]): Promise<void> {
  const manifest = api.publish([{ scope: 'north', accounts: ids.map(account) }]);
  for (const ref of await cache.missingParts(manifest)) {
    await cache.putParts([cache.seal(ref, api.parts.get(ref.digest) as Uint8Array<ArrayBuffer>)]);
  }
  await cache.switchTo({ user: 'p1', apiUrl: 'https://api', etag: null, manifest });
}

beforeEach(async () => {
  await deleteDatabase('resumed-cache');
  items = new Map();
  api = new FakeApi();
  database = new CacheDatabase('resumed-cache');
  wake();
  await cache.open(null);
  await cache.unlock(KEY);
  await cache.write('me', me);
  await show('1', '2');
  await cache.keepForStart(me, contact);
});

afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

describe('a start that goes on with what the last life has kept', () => {
  it('finds glyphs without the database, and rows with it', async () => {
    const opened = vi.spyOn(indexedDB, 'open');
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    await goOn();
    expect(await cache.glyphs([key('1'), key('2'), key('3')])).toEqual([1, 0, null]);
    expect(opened).not.toHaveBeenCalled();
    expect(imported).not.toHaveBeenCalled();
    expect((await cache.words(key('2')))?.name).toBe('Company 2');
    expect(opened).toHaveBeenCalled();
  });

  it('stays with it where the database says the same, and does not read that again', async () => {
    await goOn();
    const { visible } = cache;
    expect(await cache.open(KEY)).toMatchObject({ stored: true, emptied: false, pending: null });
    expect(cache.visible).toBe(visible);
    expect(await cache.unlock(KEY)).toBeNull();
    expect(await new StartCopy(area).read()).not.toBeNull();
  });

  it('shows what the database says where that is something else, and keeps the other no longer', async () => {
    const before = new Map(items);
    await show('2', '3');
    await cache.keepForStart(me, contact);
    items = before;
    await goOn();
    expect(await cache.glyphs([key('1'), key('3')])).toEqual([1, null]);
    await cache.open(KEY);
    expect(await cache.glyphs([key('1'), key('3')])).toEqual([null, 1]);
    expect(await new StartCopy(area).read()).toBeNull();
  });

  it.each([
    ['was emptied', (raw: { clear(): Promise<void> }) => raw.clear()],
    ['belongs to another key', (raw: { put(key: string): Promise<void> }) => raw.put('keyId')],
  ])('shows nothing once it finds that the database %s', async (_, damage) => {
    await inRawDatabase('resumed-cache', async (raw) => {
      await damage({
        clear: async () => {
          for (const store of ['state', 'parts'] as const)
            for (const name of await raw.keys(store)) await raw.delete(store, name);
        },
        put: async (name) => {
          await raw.put('state', name, 'another');
          await raw.put('state', 'visible', new ArrayBuffer(40));
        },
      });
    });
    await goOn();
    expect(await cache.open(KEY)).toMatchObject({ emptied: true });
    expect(cache.visible).toBeNull();
    expect((await cache.glyphs([key('1')]))[0]).toBeNull();
    expect(items.size).toBe(0);
  });

  it('takes nothing that another key has left', async () => {
    const records = await goOn();
    wake();
    expect(cache.resume(btoa('o'.repeat(32)), records)).toBe(false);
    expect(cache.visible).toBeNull();
    // Without a key, what is left is removed.
    await copy.read();
    await cache.open(null);
    await vi.waitFor(() => expect(items.size).toBe(0));
  });

  it('takes nothing from another version of the extension unread', async () => {
    const records = await goOn();
    wake('2');
    expect(cache.resume(KEY, records)).toBe(true);
    const strange = { ...records.visible, manifest: { ...records.visible.manifest, protocol: 99 } };
    const other = { ...records, visible: strange as unknown as StartRecords['visible'] };
    wake('2');
    expect(cache.resume(KEY, other)).toBe(false);
    expect(cache.visible).toBeNull();
  });
});

describe('what is kept for starts', () => {
  /** What was kept each time that the database was about to change. */
  function whenChanging(): { visible: boolean; me: boolean }[] {
    const seen: { visible: boolean; me: boolean }[] = [];
    const look = () => seen.push({ visible: items.has('start.visible'), me: items.has('start.me') });
    for (const method of ['change', 'putState', 'delete'] as const) {
      const real = database[method].bind(database) as (...args: unknown[]) => Promise<never>;
      vi.spyOn(database, method).mockImplementation(((...args: unknown[]) => {
        look();
        return real(...args);
      }) as never);
    }
    return seen;
  }

  it('is gone before another manifest becomes visible', async () => {
    const seen = whenChanging();
    await show('2');
    expect(seen.at(-1)).toMatchObject({ visible: false });
    expect(items.has('start.visible')).toBe(false);
  });

  it('is gone before the database hears of another role', async () => {
    const seen = whenChanging();
    await cache.write('me', sampleMe({ role: 'inside' }));
    expect(seen).toEqual([{ visible: true, me: false }]);
  });

  it('is gone before the data are cleared or forgotten, and with the key', async () => {
    for (const end of [() => cache.clear(), () => cache.forget()]) {
      await cache.unlock(KEY);
      if (cache.visible === null) await show('1');
      await cache.keepForStart(me, contact);
      expect(items.size).toBeGreaterThan(4);
      const seen = whenChanging();
      await end();
      expect(seen[0]).toEqual({ visible: false, me: false });
      expect(items.size).toBe(0);
      vi.restoreAllMocks();
    }
    await cache.unlock(KEY);
    await show('1');
    await cache.keepForStart(me, contact);
    cache.lock();
    await vi.waitFor(() => expect(items.size).toBe(0));
  });

  it('is nothing while nobody is signed in, or while it is not known who', async () => {
    items.clear();
    cache.lock();
    await cache.keepForStart(me, contact);
    wake();
    await cache.open(KEY);
    await cache.keepForStart(null, contact);
    expect(items.size).toBe(0);
  });
});
