import { beforeAll, describe, expect, it } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { Disk, memoryDatabase } from '../../tests/support/memory-database.ts';
import { Life } from '../../tests/support/mortal.ts';
import { paperCipher } from '../../tests/support/paper-cipher.ts';
import { Cache } from '../cache/cache.ts';
import type { Visible } from '../cache/database.ts';
import { hash64 } from '../util/hash64.ts';
import { createApiClient } from './api-client.ts';
import { Sync } from './runner.ts';

const account = (id: string) => ({ id, name: `Company ${id}`, keys: [`samplecrm:-:account:${id}`] });

/** A worker over one disk; what hangs ends after a moment. */
function client(api: FakeApi, disk: Disk, cacheKey?: string) {
  const database = memoryDatabase(disk, new Life(Number.POSITIVE_INFINITY));
  const cache = new Cache({
    database,
    cipherOf: paperCipher,
    sentinel: { read: async () => null, write: async () => {} },
  });
  const state = { now: 0, limits: 0, hangs: false };
  const connection = { apiUrl: 'https://api.example', token: 'good-token', cacheKey };
  const sync: Sync = new Sync({
    cache,
    connection: async () => connection,
    dropCredentials: async () => {},
    device: async () => 'd',
    keepCacheKey: async (key) => {
      connection.cacheKey = key;
    },
    api: () =>
      createApiClient({
        baseUrl: connection.apiUrl,
        token: connection.token,
        fetch: api.fetch,
        now: () => state.now,
      }),
    now: () => state.now,
    random: () => 0,
    exclusive: (work) => work(),
    pause: async () => {
      state.limits++;
      await new Promise((resolve) => setTimeout(resolve, state.hangs ? 20 : 60_000).unref?.());
    },
  });
  return { database, cache, sync, state, connection };
}

it('a step that hangs in the browser’s storage is given up, and the next one succeeds', async () => {
  const api = new FakeApi(() => 0);
  api.publish([{ scope: 'north', accounts: [account('1')] }]);
  const { cache, sync, state } = client(api, new Disk());
  state.hangs = true;
  const { write } = cache;
  cache.write = (...args) => (state.hangs ? new Promise(() => {}) : write.apply(cache, args));
  await sync.boot();
  await sync.tick(true);
  expect(sync.state).toMatchObject({ name: 'waiting', error: 'storage-broken' });
  expect(state.limits).toBeGreaterThan(0);
  state.hangs = false;
  state.now += 60_000;
  await sync.tick();
  expect(sync.state).toEqual({ name: 'idle', error: null });
  expect((await cache.words('samplecrm:-:account:1'))?.name).toBe('Company 1');
});

describe('a start that goes on with what the last one has kept', () => {
  const api = new FakeApi(() => 0);
  const disk = new Disk();
  let left: Visible;
  let cacheKey: string;

  beforeAll(async () => {
    api.publish([{ scope: 'north', accounts: [account('1'), account('2')] }]);
    const { sync, cache, connection } = client(api, disk);
    await sync.boot();
    await sync.tick(true);
    left = cache.visible as Visible;
    cacheKey = connection.cacheKey as string;
  });

  function goOn() {
    const next = client(api, disk, cacheKey);
    expect(next.cache.resume(cacheKey, { keyHash: hash64(cacheKey), visible: left })).toBe(true);
    return next;
  }

  it.each([
    ['fails', () => Promise.reject(new Error('damaged'))],
    ['hangs', () => new Promise<never>(() => {})],
  ])('shows it no longer where the database %s', async (_, answer) => {
    const { sync, cache, database, state } = goOn();
    expect(await cache.glyphs(['samplecrm:-:account:1'])).toEqual([1]);
    state.hangs = true;
    database.readAllState = answer;
    await sync.boot();
    expect(sync.state).toMatchObject({ name: 'waiting', error: 'storage-broken' });
    expect(cache.visible).toBeNull();
    expect(await cache.glyphs(['samplecrm:-:account:1'])).toEqual([null]);
  });

  it('fetches a part that was missed before the database is read', async () => {
    const { sync, cache, database } = goOn();
    const { get } = database;
    database.get = async () => undefined as never;
    expect(await cache.words('samplecrm:-:account:1')).toBeNull();
    database.get = get;
    await sync.partLost();
    await sync.boot();
    expect(sync.state.name).toBe('idle');
    expect(sync.unfinished).toBe(true);
  });
});
