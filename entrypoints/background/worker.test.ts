import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentRequest, ContentResponses } from '../../lib/contract/content-messages.ts';
import type { Me } from '../../lib/contract/me.ts';
import type { PageRequest, PageResponses } from '../../lib/contract/page-messages.ts';
import { createMessageServer } from '../../lib/messaging/server.ts';
import type { Answer } from '../../lib/messaging/transport.ts';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { createFakeChrome } from '../../tests/support/fake-chrome.ts';
import { createBroadcast } from './broadcast.ts';
import { refreshClientPolicy } from './client-policy.ts';
import { contentVerbs } from './content-verbs.ts';
import { pageVerbs } from './page-verbs.ts';
import { Worker } from './worker.ts';

const key = (id: string): string => `samplecrm:-:account:${id}`;
const CONNECT = {
  verb: 'connect',
  apiUrl: 'https://api.example',
  token: 'good-token',
  remember: false,
} as const;
const HOUR = 3_600_000;

let api: FakeApi;
let fake: ReturnType<typeof createFakeChrome>;
let worker: Worker;
let online: boolean;
let server: ReturnType<typeof createMessageServer>;

/** One more life of the worker over the same storage. */
async function wake(): Promise<void> {
  start();
  await worker.ready;
}

function start(): void {
  worker = new Worker(fake.browser, async (url, init) => {
    if (!online) throw new TypeError('Failed to fetch');
    return api.fetch(url, init);
  });
  worker.onChange = createBroadcast(worker);
  server = createMessageServer({
    extensionId: fake.browser.runtime.id,
    extensionUrl: fake.browser.runtime.getURL('/'),
    content: contentVerbs(worker),
    page: pageVerbs(worker),
  });
}

async function page<R extends PageRequest>(
  request: R,
  url = 'popup.html',
): Promise<PageResponses[R['verb']]> {
  const frame = url.startsWith('card') ? { frameId: 3, tab: { id: 1, windowId: 9 } } : {};
  const sender = { id: fake.browser.runtime.id, url: fake.browser.runtime.getURL(`/${url}`), ...frame };
  return unpack(await new Promise<Answer>((respond) => void server(request, sender, respond)));
}

async function content<R extends ContentRequest>(
  request: R,
  path = '/accounts/1',
): Promise<ContentResponses[R['verb']]> {
  const sender = {
    id: fake.browser.runtime.id,
    url: `http://sample-crm.localhost:4811${path}`,
    frameId: 0,
    tab: { id: 1, windowId: 9 },
  };
  return unpack(await new Promise<Answer>((respond) => void server(request, sender, respond)));
}

function unpack<T>(answer: Answer): T {
  if (!answer.ok) throw Object.assign(new Error(answer.message), { code: answer.code });
  return answer.value as T;
}

async function connect(): Promise<void> {
  expect(await page(CONNECT)).toMatchObject({ ok: true });
  await worker.sync.tick();
  await vi.waitFor(() => expect(worker.sync.state.name).toBe('idle'));
}

const glyph = async (id: string) => {
  const { views, glyphs } = await content({ verb: 'lookup', keys: [key(id)] });
  return views[glyphs[0] ?? -1] ?? null;
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  api = new FakeApi();
  fake = createFakeChrome();
  fake.state.tabs = [
    { id: 1, windowId: 9, url: 'http://sample-crm.localhost:4811/accounts/1', active: true },
  ];
  online = true;
  const accounts = ['1', '2'].map((id, index) => ({
    id,
    name: `Company ${id} GmbH`,
    keys: [key(id)],
    glyph: index,
    db3: 5,
  }));
  api.publish([{ scope: 'north', accounts, money: true }]);
  await wake();
});

afterEach(() => vi.useRealTimers());

describe('signing in', () => {
  it('shows nothing before', async () => {
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({ active: false });
    expect(await glyph('1')).toBeNull();
    expect(await page({ verb: 'account', key: key('1') })).toBeNull();
    expect(await page({ verb: 'search', text: 'company', limit: 5 })).toEqual([]);
    expect((await page({ verb: 'state' })).sync.phase).toBe('signed-out');
  });

  it('keeps only credentials that the API accepts', async () => {
    expect(await page({ ...CONNECT, token: 'bad' })).toEqual({ ok: false, error: 'wrong-token' });
    expect(await page({ ...CONNECT, token: 'naïve' })).toEqual({ ok: false, error: 'wrong-token' });
    expect(await page({ ...CONNECT, apiUrl: 'http://api.example' })).toEqual({
      ok: false,
      error: 'bad-address',
    });
    online = false;
    expect(await page(CONNECT)).toEqual({ ok: false, error: 'api-unreachable' });
    expect(await worker.credentials.get()).toBeNull();
  });

  it('then shows accounts, and tells open tabs and pages', async () => {
    await connect();
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({
      active: true,
      badge: true,
      chips: true,
      language: 'en',
    });
    expect(await glyph('2')).toEqual({
      letter: 'C',
      rank: 3,
      fill: 'outline',
      label: 'Basic',
      sign: 'carried',
      due: false,
      stale: false,
      sentence: 'Tier C, basic care by inside sales, carried for now.',
    });
    expect(await glyph('3')).toBeNull();
    expect(fake.state.toTabs).toContainEqual({ tabId: 1, message: { event: 'overlay-changed' } });
    expect(fake.state.toPages.at(-1)).toMatchObject({ event: 'state', state: { sync: { accounts: 2 } } });
    expect((await page({ verb: 'search', text: 'company 2', limit: 5 }))[0]).toMatchObject({
      key: key('2'),
      tier: 'C',
    });
    expect((await page({ verb: 'account', key: key('2') }))?.money?.db3).toBe(5);
  });

  it('then tells what operations have to say', async () => {
    await connect();
    expect(await page({ verb: 'state' })).toMatchObject({ message: null, tooOld: false });
    api.clientPolicy = { minimumVersion: null, adaptersOff: [], message: 'Out until noon.' };
    worker.clientPolicyAt = Number.NEGATIVE_INFINITY;
    await refreshClientPolicy(worker);
    expect(fake.state.toPages.at(-1)).toMatchObject({
      event: 'state',
      state: { message: 'Out until noon.' },
    });
    expect((await page({ verb: 'signOut' })).message).toBeNull();
  });

  it('and out again leaves nothing', async () => {
    await connect();
    const state = await page({ verb: 'signOut' });
    expect(state).toMatchObject({ me: null, policy: null, sync: { phase: 'signed-out', accounts: 0 } });
    expect(await glyph('1')).toBeNull();
    expect(await worker.credentials.get()).toBeNull();
    await wake();
    expect((await page({ verb: 'state' })).sync.phase).toBe('signed-out');
  });

  it('does not survive the browser session unless remembered: the data stay locked', async () => {
    await connect();
    fake.state.session.items.clear();
    await wake();
    expect((await page({ verb: 'state' })).sync.phase).toBe('locked');
    expect(await glyph('1')).toBeNull();
    expect(await page({ verb: 'account', key: key('1') })).toBeNull();
  });

  it('another user sees nothing of the first one', async () => {
    await connect();
    api.user = 'p2';
    api.rollBack(null);
    await page(CONNECT);
    await vi.waitFor(() => expect(worker.sync.state.name).toBe('idle'));
    expect(worker.cache.visible).toBeNull();
    expect((await page({ verb: 'state' })).sync).toMatchObject({ phase: 'error', error: 'not-published' });
  });
});

describe('a start of the worker', () => {
  const kept = () => [...fake.state.session.items.keys()].filter((name) => name.startsWith('start.'));
  const connectAndKeep = async () => {
    await connect();
    // Records of the start, and one shard.
    await vi.waitFor(() => expect(kept()).toHaveLength(5));
  };

  it('answers look-ups before it reads the database, with the same as before', async () => {
    await connectAndKeep();
    const before = [await glyph('1'), await glyph('2'), await glyph('3')];
    const overlay = await content({ verb: 'hello', url: 'x' });
    const opened = vi.spyOn(indexedDB, 'open');
    start();
    expect([await glyph('1'), await glyph('2'), await glyph('3')]).toEqual(before);
    expect(worker.sync.state.name).toBe('booting');
    expect(opened).not.toHaveBeenCalled();
    expect(await content({ verb: 'hello', url: 'x' })).toEqual(overlay);
    expect((await page({ verb: 'account', key: key('2') }))?.money?.db3).toBe(5);
    expect(worker.sync.state.name).toBe('idle');
    expect([await glyph('1'), await glyph('2'), await glyph('3')]).toEqual(before);
  });

  it('reads the database first where nothing is kept, and keeps it for the next one', async () => {
    await connectAndKeep();
    for (const name of kept()) fake.state.session.items.delete(name);
    start();
    expect((await glyph('1'))?.letter).toBe('A');
    expect(worker.sync.state.name).toBe('idle');
    await worker.ready;
    await vi.waitFor(() => expect(kept()).toHaveLength(5));
  });

  it('shows nothing of what belongs to another key, or is too old', async () => {
    await connectAndKeep();
    const { items } = fake.state.session;
    const credentials = items.get('credentials') as { cacheKey: string };
    items.set('credentials', { ...credentials, cacheKey: btoa('o'.repeat(32)) });
    start();
    expect(await glyph('1')).toBeNull();
    items.set('credentials', credentials);
    await worker.ready;
    await connectAndKeep();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 97 * HOUR);
    start();
    expect(await glyph('1')).toBeNull();
    expect(worker.sync.state.name).toBe('booting');
  });

  it('shows and keeps nothing where the sign-in is gone, or is for another address than the policy says', async () => {
    await connectAndKeep();
    const { items } = fake.state.session;
    const credentials = items.get('credentials');
    const left = structuredClone([...items]);
    items.delete('credentials');
    start();
    expect(await glyph('1')).toBeNull();
    expect(worker.sync.state.name).toBe('signed-out');
    await vi.waitFor(() => expect(kept()).toEqual([]));
    for (const [name, value] of left) items.set(name, value);
    items.set('credentials', credentials);
    fake.state.managed = { apiUrl: 'https://another.example' };
    start();
    expect(await glyph('1')).toBeNull();
    await vi.waitFor(() => expect(kept()).toEqual([]));
  });

  it('takes the role from the database where the worker died before the new one was kept', async () => {
    await connectAndKeep();
    await worker.cache.write('me', { ...(worker.me as Me), role: 'inside' });
    start();
    await glyph('1');
    expect(worker.me?.role).toBe('inside');
  });

  it('reads the database where the browser cannot tell the sign-in, and says so', async () => {
    await connectAndKeep();
    const { session } = fake.state;
    const { get } = session;
    session.get = async () => Promise.reject(new Error('no storage'));
    start();
    expect(await glyph('1')).toBeNull();
    expect(worker.sync.state.name).toBe('waiting');
    session.get = get;
  });

  it('finds nothing kept after a sign-out', async () => {
    await connectAndKeep();
    await page({ verb: 'signOut' });
    expect(kept()).toEqual([]);
  });
});

describe('offline', () => {
  it('is a state: data stay for four days, marked as old after one', async () => {
    await connect();
    online = false;
    vi.useFakeTimers({ toFake: ['Date'] });
    await wake();
    await worker.sync.tick(true);
    expect((await page({ verb: 'state' })).sync).toMatchObject({ phase: 'offline', accounts: 2 });
    expect((await glyph('1'))?.stale).toBe(false);
    vi.setSystemTime(Date.now() + 25 * HOUR);
    expect((await glyph('1'))?.stale).toBe(true);
    vi.setSystemTime(Date.now() + 72 * HOUR);
    expect(await glyph('1')).toBeNull();
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({ active: false });
    online = true;
    await worker.sync.tick(true);
    expect((await glyph('1'))?.stale).toBe(false);
  });
});

describe('read-through', () => {
  it('answers from the API while the first sync runs', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { fetch } = api;
    Object.assign(api, {
      fetch: async (url: string, init: RequestInit) => {
        if (url.endsWith('/v1/parts')) await gate;
        return fetch(url, init);
      },
    });
    await page(CONNECT);
    await vi.waitFor(() => expect(worker.sync.state.name).toBe('fetching'));
    expect((await glyph('1'))?.letter).toBe('A');
    expect(await glyph('9')).toBeNull();
    expect((await page({ verb: 'account', key: key('2') }))?.words.name).toBe('Company 2 GmbH');
    expect((await page({ verb: 'state' })).sync).toMatchObject({ phase: 'syncing', accounts: 0 });
    release();
    await vi.waitFor(() => expect(worker.sync.state.name).toBe('idle'));
    const lookups = api.log.filter((line) => line.endsWith('/v1/lookup')).length;
    expect((await glyph('1'))?.letter).toBe('A');
    expect(api.log.filter((line) => line.endsWith('/v1/lookup'))).toHaveLength(lookups);
  });
});

describe('toggles', () => {
  it('take away sign, money, badge and chips', async () => {
    await connect();
    await page({ verb: 'setOverlay', toggle: 'sign', on: false });
    expect(await glyph('1')).toMatchObject({
      sign: 'open',
      due: false,
      sentence: 'Tier A, standard care by field sales.',
    });
    await page({ verb: 'setOverlay', toggle: 'money', on: false });
    expect((await page({ verb: 'account', key: key('1') }))?.money).toBeNull();
    await page({ verb: 'setOverlay', toggle: 'badge', on: false });
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({ active: true, badge: false });
    await page({ verb: 'setOverlay', toggle: 'chips', on: false });
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({ active: false });
  });

  it('are switched off on one host only, and its pages learn nothing', async () => {
    await connect();
    const host = 'sample-crm.localhost:4811';
    expect((await page({ verb: 'setHostVisible', host, visible: false })).hiddenHosts).toEqual([host]);
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({ active: false });
    expect(await glyph('1')).toBeNull();
    await page({ verb: 'setHostVisible', host, visible: false });
    await page({ verb: 'setHostVisible', host: 'other.example', visible: false });
    await wake();
    const { hiddenHosts } = await page({ verb: 'setHostVisible', host, visible: true });
    expect(hiddenHosts).toEqual(['other.example']);
    expect((await glyph('1'))?.letter).toBe('A');
  });

  it('travel with the other settings in a file; a wrong one changes nothing', async () => {
    await page({ verb: 'setOverlay', toggle: 'chips', on: false });
    await page({ verb: 'setLanguage', language: 'de' });
    const text = JSON.stringify(await page({ verb: 'exportSettings' }));
    await page({ verb: 'setLanguage', language: 'en' });
    await page({ verb: 'setOverlay', toggle: 'chips', on: true });
    expect(await page({ verb: 'importSettings', text: text.slice(1) })).toEqual({ ok: false });
    expect((await page({ verb: 'state' })).language).toBe('en');
    const answer = await page({ verb: 'importSettings', text });
    expect(answer).toMatchObject({
      ok: true,
      state: { language: 'de', overlays: { own: { chips: false }, effective: { chips: false } } },
    });
  });

  it('show inside sales the routing verb, while routing is on', async () => {
    api.role = 'inside';
    await connect();
    expect(await glyph('1')).toMatchObject({ label: 'Put through' });
    expect(await glyph('2')).toMatchObject({ label: 'Serve here' });
    await page({ verb: 'setLanguage', language: 'de' });
    expect(await glyph('2')).toMatchObject({ label: 'Hier lösen' });
    await page({ verb: 'setOverlay', toggle: 'routing', on: false });
    expect(await glyph('2')).toMatchObject({ label: 'Basis' });
  });

  it('of the team reach this user with the next poll and replace the own older word', async () => {
    await connect();
    await page({ verb: 'setOverlay', toggle: 'sign', on: true });
    expect(await page({ verb: 'setTeamOverlay', toggle: 'sign', on: false })).toMatchObject({ ok: true });
    expect(await glyph('1')).toMatchObject({ sign: 'open' });
    await page({ verb: 'setOverlay', toggle: 'sign', on: true });
    await worker.sync.tick(true);
    expect(await glyph('1')).toMatchObject({ sign: 'carries' });
    online = false;
    expect(await page({ verb: 'setTeamOverlay', toggle: 'sign', on: false })).toEqual({
      ok: false,
      error: 'api-unreachable',
    });
  });

  it('of the team have a last day and a lock, which keeps what the lead sees', async () => {
    await connect();
    await page({ verb: 'setTeamOverlay', toggle: 'sign', on: false });
    expect(await page({ verb: 'setTeamTerms', until: '2999-12-31', locked: true })).toMatchObject({
      ok: true,
      state: {
        overlays: {
          team: {
            settings: { badge: true, sign: false, chips: true, money: true, routing: true },
            until: '2999-12-31',
            locked: true,
          },
        },
      },
    });
    await page({ verb: 'setOverlay', toggle: 'sign', on: true });
    expect(await glyph('1'), 'locked: the own word does not count').toMatchObject({ sign: 'open' });
    await page({ verb: 'setTeamOverlay', toggle: 'chips', on: false });
    expect((await page({ verb: 'state' })).overlays.team).toMatchObject({
      until: '2999-12-31',
      locked: true,
    });
    await page({ verb: 'setTeamTerms', until: null, locked: false });
    await page({ verb: 'setOverlay', toggle: 'sign', on: true });
    expect(await glyph('1')).toMatchObject({ sign: 'carries' });
  });

  it('of the team whose last day has passed are not set anew with it', async () => {
    await connect();
    await page({ verb: 'setTeamOverlay', toggle: 'sign', on: false });
    await page({ verb: 'setTeamTerms', until: '2000-01-01', locked: true });
    expect(await page({ verb: 'setTeamOverlay', toggle: 'chips', on: false })).toMatchObject({
      state: { overlays: { team: { settings: { chips: false }, until: null, locked: false } } },
    });
  });

  it('of the policy cannot be changed', async () => {
    fake.state.managed = { overlays: { sign: false }, apiUrl: 'https://api.example', rememberSignIn: false };
    await wake();
    expect(await page({ ...CONNECT, apiUrl: 'https://other.example' })).toEqual({
      ok: false,
      error: 'bad-address',
    });
    await connect();
    await page({ verb: 'setOverlay', toggle: 'sign', on: true });
    expect(await glyph('1')).toMatchObject({ sign: 'open' });
  });

  it('discreet mode hides everything, survives the worker, and ends by itself', async () => {
    await connect();
    vi.useFakeTimers({ toFake: ['Date'] });
    expect((await page({ verb: 'setDiscreet', minutes: 60 })).discreetUntil).not.toBeNull();
    await wake();
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({ active: false });
    expect(await glyph('1')).toBeNull();
    await page({ verb: 'state' });
    vi.setSystemTime(Date.now() + HOUR);
    expect(await content({ verb: 'hello', url: 'x' })).toMatchObject({ active: true });
    expect((await page({ verb: 'state' })).discreetUntil).toBeNull();
  });
});

describe('the page in front', () => {
  const show = (keys: string[] | null) =>
    content({ verb: 'lookup', keys: [], page: keys === null ? null : { keys, heading: 'Company 2' } });
  const active = () => page({ verb: 'activeRecord', windowId: 9 });

  it('is followed, known or not, and remembered by the next worker', async () => {
    await connect();
    await show([key('2')]);
    expect(await active()).toMatchObject({
      key: key('2'),
      account: { key: key('2') },
      host: 'sample-crm.localhost:4811',
    });
    expect(fake.state.toPages).toContainEqual({ event: 'record', windowId: 9 });
    await wake();
    expect(await active()).toMatchObject({
      key: key('2'),
      account: { key: key('2') },
      host: 'sample-crm.localhost:4811',
    });
    await show(['samplecrm:-:contact:8', key('1')]);
    expect(await active()).toMatchObject({
      key: key('1'),
      account: { key: key('1') },
      host: 'sample-crm.localhost:4811',
    });
    await show([key('77')]);
    expect(await active()).toEqual({ key: key('77'), account: null, host: 'sample-crm.localhost:4811' });
    await show(null);
    expect(await active()).toEqual({ key: null, account: null, host: 'sample-crm.localhost:4811' });
    fake.state.tabs[0]!.url = 'https://elsewhere.example/';
    expect(await active()).toEqual({ key: null, account: null, host: null });
  });

  it('has its heading compared, not kept', async () => {
    await connect();
    const confirm = (id: string, heading: string) => content({ verb: 'confirm', key: key(id), heading });
    expect(await confirm('2', 'COMPANY 2')).toBe('same');
    expect(await confirm('2', 'Company 3')).toBe('different');
    expect(await confirm('99', 'Company 99')).toBe('unknown');
  });

  it('gets a card without amounts for one ticket, once', async () => {
    await connect();
    const ticket = (await content({ verb: 'cardTicket', key: key('2') })) as string;
    expect(await page({ verb: 'card', ticket }, 'card.html')).toMatchObject({
      words: { id: '2' },
      money: null,
    });
    expect(await page({ verb: 'card', ticket }, 'card.html')).toBeNull();
    expect(await content({ verb: 'cardTicket', key: 'hubspot:1:account:2' })).toBeNull();
  });

  it('may open the panel', async () => {
    expect(await content({ verb: 'openPanel' })).toBe(true);
    expect(await page({ verb: 'openPanel', windowId: 4 })).toBe(true);
    expect(fake.state.opened).toEqual([{ windowId: 9 }, { windowId: 4 }]);
  });
});

describe('pages that should not ask', () => {
  it('get nothing', async () => {
    await connect();
    const foreign = 'hubspot:1:account:2';
    const { glyphs } = await content({ verb: 'lookup', keys: [foreign, key('1')] });
    expect(glyphs).toEqual([null, 0]);
    fake.state.origins = [];
    await worker.reload();
    await expect(glyph('1')).rejects.toMatchObject({ code: 'unknown-sender' });
  });

  it('are stopped when they ask too much', async () => {
    await connect();
    const keys = Array.from({ length: 200 }, (_, index) => key(`${index}`));
    const asks = await Promise.allSettled(Array.from({ length: 8 }, () => content({ verb: 'lookup', keys })));
    expect(asks.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });
});

it('wipe removes the data and keeps the connection', async () => {
  await connect();
  const state = await page({ verb: 'wipe' });
  expect(state.sync.accounts).toBe(0);
  expect(worker.cache.visible).toBeNull();
  await page({ verb: 'syncNow' });
  expect((await page({ verb: 'state' })).sync.accounts).toBe(2);
});

it('the toolbar tells what the page does not', async () => {
  worker.onChange();
  await vi.waitFor(() => expect(fake.state.title).toBe('Tierlens: not connected'));
  await connect();
  await vi.waitFor(() => expect(fake.state.title).toBe('Tierlens'));
  await page({ verb: 'setDiscreet', minutes: 5 });
  await vi.waitFor(() => expect(fake.state.title).toBe('Tierlens: discreet mode'));
});
