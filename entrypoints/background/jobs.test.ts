import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { createFakeChrome } from '../../tests/support/fake-chrome.ts';
import { pollIfOlder, runJobs, schedule } from './jobs.ts';
import { Worker } from './worker.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-02T08:00:00Z');

let api: FakeApi;
let fake: ReturnType<typeof createFakeChrome>;
let worker: Worker;
let online: boolean;

const wake = async (): Promise<Worker> => {
  const next = new Worker(fake.browser, async (url, init) => {
    if (!online) throw new TypeError('Failed to fetch');
    return api.fetch(url, init);
  });
  await next.ready;
  return next;
};
const asked = () => api.log.filter((line) => line === 'GET /v1/me').length;
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  globalThis.indexedDB = new IDBFactory();
  online = true;
  api = new FakeApi();
  api.publish([
    { scope: 'north', accounts: [{ id: '1', name: 'Company', keys: ['samplecrm:-:account:1'] }] },
  ]);
  fake = createFakeChrome();
  worker = await wake();
  await worker.credentials.set({ apiUrl: 'https://api.example', token: 'good-token' }, false);
  await worker.sync.connected();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('jobs by the wall clock', () => {
  it('keep one alarm, set to what comes next', async () => {
    fake.state.alarms.length = 0;
    await runJobs(worker);
    expect(new Set(fake.state.alarms.map(({ name }) => name))).toEqual(new Set(['tierlens']));
    expect(fake.state.alarms.at(-1)?.when).toBe(NOW + 15 * MINUTE);
    fake.state.tabs = [{ id: 1, windowId: 9, url: 'http://sample-crm.localhost:4811/x', active: true }];
    await schedule(worker);
    expect(fake.state.alarms.at(-1)?.when).toBe(NOW + MINUTE / 2);
  });

  it('run late rather than twice: a night asleep is one question', async () => {
    const before = asked();
    later(12 * 60 * MINUTE);
    await runJobs(worker);
    await runJobs(worker);
    expect(asked()).toBe(before + 1);
  });

  it('go on in the next life with the wait of the last one', async () => {
    online = false;
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    await worker.sync.tick(true);
    const { state } = worker.sync;
    expect(state).toMatchObject({ name: 'waiting', error: 'api-unreachable' });
    worker = await wake();
    expect(worker.sync.state).toEqual(state);
    online = true;
    const before = asked();
    await runJobs(worker);
    expect(asked(), 'not before the wait is over').toBe(before);
    later(5 * MINUTE);
    await runJobs(worker);
    expect(asked()).toBe(before + 1);
    expect(worker.sync.state).toEqual({ name: 'idle', error: null });
  });
});

describe('a CRM page that comes to the front', () => {
  it('asks where the last contact is older than a minute, and not before', async () => {
    const before = asked();
    later(MINUTE - 1_000);
    pollIfOlder(worker);
    await vi.waitFor(() => expect(fake.state.alarms.length).toBeGreaterThan(0));
    expect(asked()).toBe(before);
    fake.state.tabs = [{ id: 1, windowId: 9, url: 'http://sample-crm.localhost:4811/x', active: true }];
    later(2_000);
    pollIfOlder(worker);
    await vi.waitFor(() => expect(asked()).toBe(before + 1));
  });

  it('asks where the clock was set back', async () => {
    const before = asked();
    later(-MINUTE);
    pollIfOlder(worker);
    await vi.waitFor(() => expect(asked()).toBe(before + 1));
  });
});

it('the alarm does not ask while the browser is offline more often than the backoff lets it', async () => {
  online = false;
  vi.spyOn(Math, 'random').mockReturnValue(0.99);
  let attempts = 0;
  const counted = new Worker(fake.browser, async () => {
    attempts++;
    throw new TypeError('Failed to fetch');
  });
  await counted.ready;
  await counted.sync.tick(true);
  for (let second = 0; second < 120; second++) {
    later(1_000);
    await runJobs(counted);
  }
  expect(attempts).toBeGreaterThan(2);
  expect(attempts).toBeLessThan(10);
  expect(counted.sync.state).toMatchObject({ name: 'waiting', error: 'api-unreachable' });
});
