import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ContentRequest, ContentResponses } from '../../lib/contract/content-messages.ts';
import { createMessageServer } from '../../lib/messaging/server.ts';
import type { Answer } from '../../lib/messaging/transport.ts';
import { createFakeChrome } from '../../tests/support/fake-chrome.ts';
import { createBroadcast } from './broadcast.ts';
import { contentVerbs } from './content-verbs.ts';
import { crmSettingsView } from './crm-rules.ts';
import { pageVerbs } from './page-verbs.ts';
import { workerState } from './view.ts';
import { Worker } from './worker.ts';

let worker: Worker;
let server: ReturnType<typeof createMessageServer>;
let fake: ReturnType<typeof createFakeChrome>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fake = createFakeChrome();
  fake.state.origins = ['https://*.monday.com/*', 'https://crm.example/*', 'https://*.bitrix24.de/*'];
  worker = new Worker(fake.browser, async () => {
    throw new TypeError('Failed to fetch');
  });
  server = createMessageServer({
    extensionId: fake.browser.runtime.id,
    extensionUrl: fake.browser.runtime.getURL('/'),
    content: contentVerbs(worker),
    page: pageVerbs(worker),
  });
  await worker.ready;
});

async function ask<R extends ContentRequest>(
  request: R,
  url: string,
  frame: { frameId: number; top: string } = { frameId: 0, top: url },
): Promise<ContentResponses[R['verb']]> {
  const tab = { id: 1, windowId: 9, url: frame.top };
  const sender = { id: fake.browser.runtime.id, url, frameId: frame.frameId, tab };
  const answer = await new Promise<Answer>((respond) => void server(request, sender, respond));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value as ContentResponses[R['verb']];
}

const rulesOf = async (url: string) => (await ask({ verb: 'hello' }, url)).crm;

describe('rules of a host', () => {
  it('carry the settings of its own CRM and nothing of others', async () => {
    const generic = [{ host: 'crm.example', url: '/kunden/{id}' }];
    await worker.change(() => ({ crms: { monday: { boards: ['7'] }, generic } }));
    expect((await rulesOf('https://acme.monday.com/boards/7')).settings).toEqual({
      monday: { boards: ['7'] },
    });
    expect((await rulesOf('https://crm.example/')).settings).toEqual({ generic });
  });

  it('name the CRM of an own host, and let the page ask for that one only', async () => {
    expect((await rulesOf('https://crm.example/')).only).toBeNull();
    await worker.change(() => ({ sites: { 'crm.example': 'odoo' } }));
    expect((await rulesOf('https://crm.example/')).only).toBe('odoo');
  });

  it('switch adapters off by version, on their own pages', async () => {
    worker.clientPolicy = {
      minimumVersion: null,
      message: null,
      adaptersOff: [{ id: 'monday', to: '1.2.3' }],
    };
    expect((await rulesOf('https://acme.monday.com/')).off).toEqual(['monday']);
    expect((await rulesOf('https://crm.example/')).off).toEqual([]);
    worker.clientPolicy = {
      minimumVersion: null,
      message: null,
      adaptersOff: [{ id: 'monday', to: '1.2.2' }],
    };
    expect((await rulesOf('https://acme.monday.com/')).off).toEqual([]);
  });
});

describe('frames', () => {
  const page = 'https://acme.bitrix24.de/crm/company/list/';
  const frame = 'https://acme.bitrix24.de/crm/company/details/5/';

  it('may ask where the CRM opens records in them and their origin is the page’s', async () => {
    await expect(ask({ verb: 'hello' }, frame, { frameId: 3, top: page })).resolves.toBeDefined();
  });

  it('are refused elsewhere', async () => {
    const other = 'https://other.bitrix24.de/crm/company/list/';
    await expect(ask({ verb: 'hello' }, frame, { frameId: 3, top: other })).rejects.toThrow('unknown-sender');
    const monday = 'https://acme.monday.com/';
    await expect(ask({ verb: 'hello' }, monday, { frameId: 3, top: monday })).rejects.toThrow(
      'unknown-sender',
    );
  });
});

describe('the docked badge', () => {
  it('is remembered per host', async () => {
    await ask({ verb: 'setDock', place: { x: 0, y: 0.5 } }, 'https://crm.example/a');
    expect(await ask({ verb: 'dock' }, 'https://crm.example/b')).toEqual({ x: 0, y: 0.5 });
    expect(await ask({ verb: 'dock' }, 'https://acme.monday.com/')).toBeNull();
  });
});

describe('health', () => {
  it('counts per CRM, keeps no record, and refuses names that are no CRM', async () => {
    const anchored = { verb: 'health', crm: 'monday', outcome: 'anchored' } as const;
    await ask(anchored, 'https://acme.monday.com/boards/7/pulses/8');
    await ask(anchored, 'https://acme.monday.com/boards/7/pulses/9');
    await ask({ ...anchored, crm: 'Customer Ltd' }, 'https://acme.monday.com/');
    expect(await worker.health.counters()).toEqual({ monday: { anchored: 2 } });
    expect(JSON.stringify([...fake.state.local.items])).not.toContain('pulses');
  });
});

describe('settings as the settings page sees them', () => {
  it('say what the policy prescribes', () => {
    worker.managed = {
      sites: { 'crm.example': 'odoo' },
      crms: { monday: { boards: ['7'] }, generic: [{ host: 'erp.example', url: '/k/{id}' }] },
    };
    const { locked, effective, sites } = crmSettingsView(worker);
    expect(locked).toEqual({ sites: ['crm.example'], monday: true, generic: ['erp.example'] });
    expect([effective.monday, sites]).toEqual([{ boards: ['7'] }, { 'crm.example': 'odoo' }]);
  });

  it('are told anew when somebody has pointed at a page', async () => {
    worker.onChange = createBroadcast(worker);
    worker.onChange();
    await ask({ verb: 'picked', url: 'https://crm.example/kunden/1', title: 'h1' }, 'https://crm.example/');
    expect(fake.state.toPages).toContainEqual({ event: 'crms' });
  });
});

describe('the company’s message', () => {
  it('is not for those who are not connected; that a version is too old is', () => {
    worker.clientPolicy = { minimumVersion: '2.0', adaptersOff: [], message: 'Out until noon.' };
    expect(workerState(worker)).toMatchObject({ message: null, tooOld: true });
  });
});
