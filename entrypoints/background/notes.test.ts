import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedbackInput } from '../../lib/contract/feedback.ts';
import type { PageRequest, PageResponses } from '../../lib/contract/page-messages.ts';
import { createMessageServer } from '../../lib/messaging/server.ts';
import type { Answer } from '../../lib/messaging/transport.ts';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { createFakeChrome } from '../../tests/support/fake-chrome.ts';
import { inRawDatabase } from '../../tests/support/raw-database.ts';
import { contentVerbs } from './content-verbs.ts';
import { pageVerbs } from './page-verbs.ts';
import { Worker } from './worker.ts';

const CONNECT = { verb: 'connect', apiUrl: 'https://api.example', token: 'good-token' } as const;

let api: FakeApi;
let fake: ReturnType<typeof createFakeChrome>;
let worker: Worker;
let online: boolean;
let server: ReturnType<typeof createMessageServer>;

async function wake(): Promise<void> {
  worker = new Worker(fake.browser, async (url, init) => {
    if (!online) throw new TypeError('Failed to fetch');
    return api.fetch(url, init);
  });
  server = createMessageServer({
    extensionId: fake.browser.runtime.id,
    extensionUrl: fake.browser.runtime.getURL('/'),
    content: contentVerbs(worker),
    page: pageVerbs(worker),
  });
  await worker.ready;
}

async function page<R extends PageRequest>(
  request: R,
  url = 'popup.html',
): Promise<PageResponses[R['verb']]> {
  const frame = url.startsWith('card') ? { frameId: 3, tab: { id: 1, windowId: 9 } } : {};
  const sender = { id: fake.browser.runtime.id, url: fake.browser.runtime.getURL(`/${url}`), ...frame };
  const answer = await new Promise<Answer>((respond) => void server(request, sender, respond));
  if (!answer.ok) throw Object.assign(new Error(answer.message), { code: answer.code });
  return answer.value as PageResponses[R['verb']];
}

async function connect(): Promise<void> {
  expect(await page({ ...CONNECT, remember: true })).toMatchObject({ ok: true });
  await worker.sync.tick();
  await vi.waitFor(() => expect(worker.sync.state.name).toBe('idle'));
}

const report = (id: string, accountId = '1'): FeedbackInput => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  accountId,
  kind: 'revenue_missing',
  text: 'an invoice is missing',
  seen: {
    at: '2026-11-17T12:00:00.000Z',
    recordKey: `samplecrm:-:account:${accountId}`,
    name: 'Company 1 GmbH',
    asOf: '2026-10-31',
    policyVersion: '1',
    tier: 'A',
    level: 'STANDARD',
    assignedLevel: 'STANDARD',
    state: 'carries',
    care: [],
    money: null,
  },
});
const statuses = async (accountId = '1') =>
  (await page({ verb: 'notes', accountId })).reports.map(({ status }) => status);

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  api = new FakeApi();
  fake = createFakeChrome();
  online = true;
  const accounts = ['1', '2'].map((id, index) => ({
    id,
    name: `Company ${id} GmbH`,
    keys: [`samplecrm:-:account:${id}`],
    glyph: index,
  }));
  api.publish([{ scope: 'north', accounts }]);
  await wake();
  await connect();
});

describe('a report', () => {
  it('is sent at once where the API can be reached', async () => {
    const notes = await page({ verb: 'report', input: report('1') });
    expect(notes.reports).toMatchObject([{ status: 'sent', text: 'an invoice is missing' }]);
    expect(api.feedback[0]?.seen.tier).toBe('A');
    expect((await page({ verb: 'state' })).notes).toMatchObject({ queued: 0 });
  });

  it('waits offline, survives the worker, and goes with the next contact, once', async () => {
    online = false;
    expect((await page({ verb: 'report', input: report('1') })).reports[0]?.status).toBe('queued');
    await wake();
    expect(await statuses()).toEqual(['queued']);
    expect((await page({ verb: 'state' })).notes).toMatchObject({ queued: 1 });
    online = true;
    await worker.sync.tick(true);
    await vi.waitFor(async () => expect(await statuses()).toEqual(['sent']));
    await worker.sync.tick(true);
    expect(api.log.filter((line) => line === 'POST /v1/feedback')).toHaveLength(1);
  });

  it('that the API will never take says so and holds up no other', async () => {
    online = false;
    await page({ verb: 'report', input: report('1', 'gone') });
    await page({ verb: 'report', input: report('2') });
    online = true;
    await worker.sync.tick(true);
    await vi.waitFor(async () => expect(await statuses()).toEqual(['sent']));
    expect(await statuses('gone')).toEqual(['refused']);
    await page({ verb: 'discardNote', id: report('1').id });
    expect(await statuses('gone')).toEqual([]);
  });

  it('is answered, and the answer counts until it was shown', async () => {
    await page({ verb: 'report', input: report('1') });
    api.answer(report('1').id, 'booked now');
    await worker.sync.tick(true);
    await vi.waitFor(async () => expect((await page({ verb: 'state' })).notes?.unread).toBe(1));
    const [shown] = (await page({ verb: 'notes', accountId: '1' })).reports;
    expect(shown).toMatchObject({ unread: true, answer: { text: 'booked now', by: 'Olga' } });
    await page({ verb: 'answersRead', ids: [report('1').id] });
    expect((await page({ verb: 'state' })).notes?.unread).toBe(0);
  });

  it('of one person is never sent with the token of another', async () => {
    online = false;
    await page({ verb: 'report', input: report('1') });
    online = true;
    api.user = 'p2';
    await worker.sync.tick(true);
    await vi.waitFor(() => expect(worker.me?.user).toBe('p2'));
    expect(await statuses()).toEqual([]);
    expect(api.feedback).toEqual([]);
  });

  it('leaves nothing behind after the sign-out', async () => {
    await page({ verb: 'report', input: report('1') });
    online = false;
    await page({ verb: 'report', input: report('2') });
    await page({ verb: 'signOut' });
    online = true;
    await connect();
    expect((await page({ verb: 'notes', accountId: '1' })).reports).toEqual([]);
  });

  it('lies on the disk sealed', async () => {
    online = false;
    await page({ verb: 'report', input: report('1') });
    const entry = await inRawDatabase('tierlens-cache', async (raw) => {
      const [id] = await raw.keys('outbox');
      return raw.get('outbox', id ?? '');
    });
    expect(entry?.byteLength).toBeGreaterThan(0);
    expect(new TextDecoder().decode(entry)).not.toMatch(/invoice|Company/);
  });

  it('cannot come from the card', async () => {
    await expect(page({ verb: 'report', input: report('1') }, 'card.html')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('what a customer was told', () => {
  const told = {
    id: '00000000-0000-4000-8000-000000000009',
    accountId: '1',
    level: 'STANDARD',
    toldOn: '2026-11-16',
    channel: 'call',
  } as const;

  it('is unknown until the API was asked, then kept for offline reading', async () => {
    api.communications = [{ ...told, by: null, own: false }];
    expect((await page({ verb: 'notes', accountId: '1' })).told).toBeNull();
    await vi.waitFor(() => expect(fake.state.toPages).toContainEqual({ event: 'notes' }));
    online = false;
    await wake();
    expect((await page({ verb: 'notes', accountId: '1' })).told).toMatchObject([{ ...told, status: 'sent' }]);
  });

  it('waits offline like a report', async () => {
    online = false;
    const notes = await page({ verb: 'told', input: told });
    expect(notes.told).toMatchObject([{ ...told, own: true, status: 'queued' }]);
    online = true;
    await worker.sync.tick(true);
    await vi.waitFor(() => expect(api.communications).toHaveLength(1));
  });
});

describe('the list of who is due', () => {
  it('names the best customers with care owed, with the address of their record', async () => {
    api.role = 'lead';
    await worker.sync.tick(true);
    await vi.waitFor(() => expect(worker.me?.role).toBe('lead'));
    const list = await page({ verb: 'dueList', limit: 10 });
    expect(list.map(({ id, url }) => [id, url])).toEqual([
      ['1', 'http://sample-crm.localhost:4811/accounts/1'],
    ]);
  });
});

describe('the panel opened from the card', () => {
  it('learns once what for, in its own window only', async () => {
    await page({ verb: 'openPanel', intent: 'report' }, 'card.html');
    expect(await page({ verb: 'takeIntent', windowId: 8 })).toBeNull();
    expect(await page({ verb: 'takeIntent', windowId: 9 })).toBe('report');
    expect(await page({ verb: 'takeIntent', windowId: 9 })).toBeNull();
  });
});
