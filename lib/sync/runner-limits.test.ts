import { expect, it } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { Disk, memoryDatabase } from '../../tests/support/memory-database.ts';
import { Life } from '../../tests/support/mortal.ts';
import { paperCipher } from '../../tests/support/paper-cipher.ts';
import { Cache } from '../cache/cache.ts';
import { createApiClient } from './api-client.ts';
import { Sync } from './runner.ts';

it('a step that hangs in the browser’s storage is given up, and the next one succeeds', async () => {
  const api = new FakeApi(() => 0);
  api.publish([
    { scope: 'north', accounts: [{ id: '1', name: 'Company', keys: ['samplecrm:-:account:1'] }] },
  ]);
  const database = memoryDatabase(new Disk(), new Life(Number.POSITIVE_INFINITY));
  const cache = new Cache({
    database,
    cipherOf: paperCipher,
    sentinel: { read: async () => null, write: async () => {} },
  });
  let now = 0;
  let limits = 0;
  const connection = { apiUrl: 'https://api.example', token: 'good-token' };
  const sync = new Sync({
    cache,
    connection: async () => connection,
    dropCredentials: async () => {},
    device: async () => 'd',
    keepCacheKey: async () => {},
    api: () =>
      createApiClient({
        baseUrl: connection.apiUrl,
        token: connection.token,
        fetch: api.fetch,
        now: () => now,
      }),
    now: () => now,
    random: () => 0,
    exclusive: (work) => work(),
    pause: async () => {
      limits++;
      await new Promise((resolve) => setTimeout(resolve, hangs ? 20 : 60_000).unref?.());
    },
  });
  let hangs = true;
  const { write } = cache;
  cache.write = (...args) => (hangs ? new Promise(() => {}) : write.apply(cache, args));
  await sync.boot();
  await sync.tick(true);
  expect(sync.state).toMatchObject({ name: 'waiting', error: 'storage-broken' });
  expect(limits).toBeGreaterThan(0);
  hangs = false;
  now += 60_000;
  await sync.tick();
  expect(sync.state).toEqual({ name: 'idle', error: null });
  expect((await cache.words('samplecrm:-:account:1'))?.name).toBe('Company');
});
