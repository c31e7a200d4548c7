import { expect, it } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { Disk } from '../../tests/support/memory-database.ts';
import { Lock, SyncClient } from '../../tests/support/sync-client.ts';

const ACCOUNTS = [{ id: '1', name: 'Company', keys: ['samplecrm:-:account:1'] }];

/** A client that is signed in and has its key; tells what it asks, and holds answers back until it is told. */
async function signedIn() {
  const api = new FakeApi(() => 0);
  const connection = { apiUrl: 'https://api.example', token: 'good-token', cacheKey: btoa('k'.repeat(32)) };
  let held: Promise<void> | null = null;
  const client = new SyncClient({
    profile: { disk: new Disk(), connection, lock: new Lock() },
    now: () => 0,
    random: () => 0.5,
    fetch: async (url, init) => {
      const answer = await api.fetch(url, init);
      await held;
      return answer;
    },
  });
  await client.start(Number.POSITIVE_INFINITY);
  const hold = () => {
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  const sync = () => client.untilQuiet(client.sync.tick(true));
  return { api, client, sync, hold };
}

it('a first sync asks for its manifest while it asks who is signed in', async () => {
  const { api, client, sync, hold } = await signedIn();
  api.publish([{ scope: 'north', accounts: ACCOUNTS }]);
  const release = hold();
  const done = sync();
  await expect.poll(() => api.log).toEqual(['GET /v1/me', 'GET /v1/manifest']);
  release();
  await done;
  expect((await client.cache.words('samplecrm:-:account:1'))?.name).toBe('Company');
  expect(api.log.filter((line) => line === 'GET /v1/manifest')).toHaveLength(1);
});

it('a later one asks only where something is new', async () => {
  const { api, sync } = await signedIn();
  api.publish([{ scope: 'north', accounts: ACCOUNTS }]);
  await sync();
  api.log.length = 0;
  await sync();
  expect(api.log).toEqual(['GET /v1/me']);
  api.publish([{ scope: 'north', accounts: [...ACCOUNTS, { id: '2', name: 'Other', keys: ['x'] }] }]);
  await sync();
  expect(api.log.slice(1, 3)).toEqual(['GET /v1/me', 'GET /v1/manifest']);
});

it('of two refusals the one of who is signed in counts', async () => {
  const { api, client, sync } = await signedIn();
  api.token = 'another';
  await sync();
  expect(client.sync.state).toMatchObject({ name: 'signed-out', error: 'wrong-token' });
});
