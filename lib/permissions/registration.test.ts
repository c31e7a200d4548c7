import { beforeEach, describe, expect, it } from 'vitest';
import { keysOfPage } from './crm-access.ts';
import { coversUrl } from './match-pattern.ts';
import { pageScripts } from './page-scripts.ts';
import {
  grantedPatterns,
  injectIntoOpenTabs,
  type Registered,
  type RegistrationBrowser,
  reconcileRegistration,
} from './registration.ts';

const SALES = 'https://*.lightning.force.com/*';
const SAMPLE = 'http://sample-crm.localhost/*';

let origins: string[];
let registered: Map<string, Registered>;
let injected: number[];
let alive: Set<number>;
let open: { id?: number; url: string; refuses?: boolean }[];

const browser: RegistrationBrowser = {
  permissions: { getAll: async () => ({ origins }) },
  scripting: {
    getRegisteredContentScripts: async () => [...registered.values()],
    async registerContentScripts(scripts) {
      for (const script of scripts as Registered[]) {
        if (registered.has(script.id)) throw new Error('duplicate id');
        registered.set(script.id, script);
      }
    },
    async unregisterContentScripts({ ids }) {
      for (const id of ids) if (!registered.delete(id)) throw new Error('unknown id');
    },
    async executeScript({ target }) {
      if (open.find(({ id }) => id === target.tabId)?.refuses) throw new Error('cannot be scripted');
      injected.push(target.tabId);
      alive.add(target.tabId);
    },
  },
  tabs: {
    query: async ({ url }) => open.filter((tab) => url.some((pattern) => coversUrl(pattern, tab.url))),
    async sendMessage(tabId) {
      if (!alive.has(tabId)) throw new Error('Receiving end does not exist');
    },
  },
};

beforeEach(() => {
  origins = [SAMPLE];
  registered = new Map();
  injected = [];
  alive = new Set();
  open = [];
});

describe('reconciliation', () => {
  it('registers what is granted, whatever was registered before', async () => {
    const grants = [[], [SAMPLE], [SALES, SAMPLE], [SALES, 'https://crm.example/*']];
    const befores: Registered[][] = [
      [],
      [{ id: 'old', js: ['old.js'], matches: [SALES] }],
      ...grants.map((granted) => pageScripts(granted)),
      pageScripts([SAMPLE]).map((script) => ({ ...script, matches: [SALES] })),
      pageScripts([SAMPLE]).map((script) => ({ ...script, js: ['of-an-earlier-version.js'] })),
    ];
    for (const granted of grants) {
      for (const before of befores) {
        origins = granted;
        registered = new Map(before.map((script) => [script.id, script]));
        await reconcileRegistration(browser);
        await reconcileRegistration(browser);
        const wanted = pageScripts(await grantedPatterns(browser));
        expect([...registered.keys()].sort()).toEqual(wanted.map(({ id }) => id).sort());
        for (const { id, js, matches } of wanted) expect(registered.get(id)).toMatchObject({ js, matches });
      }
    }
  });

  it('registers for web pages only', async () => {
    origins = ['chrome://favicon/*', 'file:///*', SAMPLE];
    expect(await reconcileRegistration(browser)).toEqual([SAMPLE]);
  });
});

describe('tabs that were open before', () => {
  it('are entered once, and only those that are granted', async () => {
    open = [
      { id: 1, url: 'http://sample-crm.localhost:4811/accounts/1' },
      { id: 2, url: 'http://sample-crm.localhost:4811/accounts' },
      { id: 3, url: 'https://elsewhere.example/' },
      { id: 4, url: 'http://sample-crm.localhost:4811/broken', refuses: true },
      { url: 'http://sample-crm.localhost:4811/no-id' },
    ];
    alive.add(2);
    await injectIntoOpenTabs(browser, [SAMPLE]);
    await injectIntoOpenTabs(browser, [SAMPLE]);
    expect(injected).toEqual([1]);
  });
});

it.each([
  [SALES, 'https://acme.lightning.force.com/lightning/r/Account/001/view', true],
  [SALES, 'https://lightning.force.com/', true],
  [SALES, 'http://acme.lightning.force.com/', false],
  [SALES, 'https://acme.lightning.force.com.evil.example/', false],
  [SALES, 'https://evil.example/?acme.lightning.force.com/', false],
  [SAMPLE, 'http://sample-crm.localhost:4811/accounts', true],
  [SAMPLE, 'http://other.localhost:4811/accounts', false],
  ['*://crm.example/*', 'https://crm.example/x', true],
  ['*://crm.example/*', 'ftp://crm.example/x', false],
  ['https://*/*', 'https://anything.example/', true],
  ['<all_urls>', 'https://anything.example/', false],
  ['https://crm.example/*', 'nonsense', false],
])('%s covers %s: %s', (pattern, url, expected) => {
  expect(coversUrl(pattern, url)).toBe(expected);
});

it('lets a page ask about records of its own CRM only', () => {
  const keys = [
    'samplecrm:-:account:1',
    'salesforce:acme:account:001',
    'hubspot:1:account:2',
    'nonsense',
    '__proto__',
  ];
  expect(keysOfPage(keys, 'http://sample-crm.localhost:4811/accounts')).toEqual([keys[0]]);
  expect(keysOfPage(keys, 'https://acme.lightning.force.com/')).toEqual([keys[1]]);
  expect(keysOfPage(keys, 'https://app.hubspot.com/')).toEqual([keys[2]]);
  expect(keysOfPage(keys, 'https://somewhere.example/')).toEqual([]);
});
