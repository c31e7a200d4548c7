import { expect, it } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { Disk } from '../../tests/support/memory-database.ts';
import { Lock, type Profile, SyncClient } from '../../tests/support/sync-client.ts';

/** Two contexts of one profile (worker and page) over one API; tells which of them asked what, in order. */
function pair(lock: (index: number) => Lock) {
  const api = new FakeApi(() => 0);
  const accounts = Array.from({ length: 40 }, (_, n) => ({
    id: `${n}`,
    name: `Company ${n}`,
    keys: [`samplecrm:-:account:${n}`],
  }));
  api.publish([{ scope: 'north', accounts, money: true }]);
  const disk = new Disk();
  const connection = { apiUrl: 'https://api.example', token: 'good-token' };
  const askers: number[] = [];
  const clients = [0, 1].map((index) => {
    const profile: Profile = { disk, session: new Map(), connection, lock: lock(index) };
    return new SyncClient({
      profile,
      now: () => 0,
      random: () => 0.5,
      fetch: async (url, init) => {
        askers.push(index);
        await new Promise((resolve) => setImmediate(resolve));
        return api.fetch(url, init);
      },
    });
  });
  return { api, clients, askers };
}

async function bothSync({ clients }: ReturnType<typeof pair>): Promise<void> {
  for (const client of clients) await client.start(Number.POSITIVE_INFINITY);
  await Promise.all(clients.map((client) => client.untilQuiet(client.sync.tick(true))));
}

const turns = (askers: readonly number[]) => askers.filter((asker, i) => asker !== askers[i - 1]).length;

it('one context syncs at a time, and the second finds all parts stored', async () => {
  const shared = new Lock();
  const both = pair(() => shared);
  await bothSync(both);
  expect(turns(both.askers)).toBe(2);
  expect(both.api.log.filter((line) => line.includes('/v1/parts'))).toHaveLength(1);
  for (const { cache, sync } of both.clients) {
    expect(sync.state).toEqual({ name: 'idle', error: null });
    expect((await cache.words('samplecrm:-:account:7'))?.name).toBe('Company 7');
  }
});

it('control: with a lock each they get in each other’s way', async () => {
  const both = pair(() => new Lock());
  await bothSync(both);
  expect(turns(both.askers)).toBeGreaterThan(2);
});
