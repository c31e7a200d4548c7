import { expect, it } from 'vitest';
import { FakeApi, problem } from '../../tests/support/fake-api.ts';
import { Disk } from '../../tests/support/memory-database.ts';
import { Lock, SyncClient } from '../../tests/support/sync-client.ts';

const ACCOUNTS = [{ id: '1', name: 'Company', keys: ['samplecrm:-:account:1'] }];

/** A client that is signed in and has its key; tells what it asks, and holds answers back until it is told. */
async function signedIn() {
  const api = new FakeApi(() => 0);
  const connection = { apiUrl: 'https://api.example', token: 'good-token', cacheKey: btoa('k'.repeat(32)) };
  let held: Promise<void> | null = null;
  const client = new SyncClient({
    profile: { disk: new Disk(), session: new Map(), connection, lock: new Lock() },
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

type Change = (answer: Response) => Response | Promise<Response> | undefined;

/** Puts another answer in the place of the one with all parts; undefined leaves the one there is. */
function changeAllParts(api: FakeApi, change: Change): void {
  const { fetch } = api;
  Object.assign(api, {
    fetch: async (url: string, init: RequestInit) => {
      const answer = await fetch(url, init);
      return url.endsWith('/v1/parts') && init.method === 'GET' ? ((await change(answer)) ?? answer) : answer;
    },
  });
}

const FIRST = ['GET /v1/me', 'GET /v1/manifest', 'GET /v1/parts'];

it('a first sync asks for all it needs while it asks who is signed in', async () => {
  const { api, client, sync, hold } = await signedIn();
  api.publish([{ scope: 'north', accounts: ACCOUNTS }]);
  const release = hold();
  const done = sync();
  await expect.poll(() => api.log).toEqual(FIRST);
  release();
  await done;
  expect((await client.cache.words('samplecrm:-:account:1'))?.name).toBe('Company');
  expect(api.log).toEqual(FIRST);
});

it.each([
  ['are those of another manifest', (answer: Response) => void answer.headers.set('etag', '"other"')],
  ['say nothing of their manifest', (answer: Response) => answer.headers.delete('etag')],
  ['are refused', () => problem(404, 'not-found')],
  ['do not come', () => Promise.reject(new TypeError('Failed to fetch'))],
] as [string, Change][])('it asks for parts by the pack where all of them %s', async (_, change) => {
  const { api, client, sync } = await signedIn();
  api.publish([{ scope: 'north', accounts: ACCOUNTS }]);
  const { fetch } = api;
  Object.assign(api, {
    fetch: async (url: string, init: RequestInit) => {
      const answer = await fetch(url, init);
      return url.endsWith('/v1/parts') && init.method === 'GET' ? ((await change(answer)) ?? answer) : answer;
    },
  });
  await sync();
  expect(api.log).toEqual([...FIRST, 'POST /v1/parts']);
  expect((await client.cache.words('samplecrm:-:account:1'))?.name).toBe('Company');
});

it('goes on by the pack where the answer with all parts ends early', async () => {
  const { api, client, sync } = await signedIn();
  api.publish([{ scope: 'north', accounts: ACCOUNTS }]);
  changeAllParts(api, async (answer) => {
    const bytes = await answer.arrayBuffer();
    return new Response(bytes.slice(0, -1), { headers: answer.headers });
  });
  await sync();
  expect(client.sync.state).toMatchObject({ name: 'waiting', error: 'bad-data' });
  expect(await client.cache.isEmpty()).toBe(false);
  await sync();
  expect(client.sync.state).toEqual({ name: 'idle', error: null });
  expect(api.log.at(-1)).toBe('POST /v1/parts');
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
