import { beforeEach, describe, expect, it } from 'vitest';
import type {
  CrmSettingsView,
  PageEvent,
  PageRequest,
  PageResponses,
} from '../../lib/contract/page-messages.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';
import { createSitesStore } from './sites-store.ts';

const HOST = 'crm.acme.example';
const PICKED = { url: `https://${HOST}/kunden/4711`, title: 'h1' };

let view: CrmSettingsView;
let asked: PageRequest[];
let found: PageResponses['recogniseSite'];
let tabOpen: boolean;
let broken: boolean;
let fronted: number;
let tell: (event: PageEvent) => void;

const client: PageClient = {
  ask: async (request) => {
    asked.push(request);
    if (broken) throw new Error('no answer');
    const { verb } = request;
    if (verb === 'recogniseSite') return found as never;
    if (verb === 'pickOnPage') return tabOpen as never;
    if (verb === 'setCrmSettings') view = { ...view, own: request.crms };
    if (verb === 'setSite') {
      const { [request.host]: _, ...others } = view.sites;
      view = { ...view, sites: request.crm === null ? others : { ...others, [request.host]: request.crm } };
    }
    return view as never;
  },
  onEvent: (listener) => {
    tell = listener;
  },
};
const settle = () => new Promise((done) => setTimeout(done, 0));
async function open() {
  const store = createSitesStore(client, () => fronted++, new AbortController().signal);
  await settle();
  return store;
}

beforeEach(() => {
  view = {
    own: { sap: { accountView: 'x' } },
    effective: {},
    sites: {},
    locked: { sites: [], monday: false, generic: [] },
    picked: null,
  };
  asked = [];
  found = { found: 'crm', crm: 'odoo' };
  tabOpen = true;
  broken = false;
  fronted = 0;
});

describe('a host', () => {
  it('keeps what was recognised and says so', async () => {
    const store = await open();
    await store.getState().recognise(HOST);
    expect(view.sites).toEqual({ [HOST]: 'odoo' });
    expect(store.getState().findings[HOST]).toEqual({ is: 'found', crm: 'odoo' });
    expect(store.getState().view?.sites).toEqual(view.sites);
  });

  it('keeps nothing where nothing was recognised', async () => {
    const store = await open();
    for (const is of ['unknown', 'no-tab'] as const) {
      found = { found: is };
      await store.getState().recognise(HOST);
      expect(store.getState().findings[HOST]).toEqual({ is });
    }
    broken = true;
    await store.getState().recognise(HOST);
    expect(store.getState().findings[HOST]).toEqual({ is: 'failed' });
    expect(view.sites).toEqual({});
  });

  it('is forgotten with its descriptions, whatever their port; those of others stay', async () => {
    const other = { host: 'erp.acme.example', url: '/x/{id}' };
    view.own = { ...view.own, generic: [{ host: `${HOST}:8443`, url: '/k/{id}' }, other] };
    view.sites = { [HOST]: 'generic' };
    const store = await open();
    await store.getState().forget(HOST);
    expect(view.own).toEqual({ sap: { accountView: 'x' }, generic: [other] });
    expect(view.sites).toEqual({});
  });
});

describe('settings', () => {
  it('of other CRMs stay when boards change, and no board leaves no trace', async () => {
    const store = await open();
    await store.getState().setBoards(['7']);
    expect(view.own).toEqual({ sap: { accountView: 'x' }, monday: { boards: ['7'] } });
    await store.getState().setBoards([]);
    expect(view.own).toEqual({ sap: { accountView: 'x' } });
  });

  it('a changed description takes the place of the former one', async () => {
    const [one, two] = ['/a/{id}', '/b/{id}'].map((url) => ({ host: HOST, url }));
    view.own = { generic: [one!, two!] };
    const store = await open();
    await store.getState().save({ ...one!, url: '/c/{id}' }, one!);
    expect(view.own.generic?.map(({ url }) => url)).toEqual(['/c/{id}', '/b/{id}']);
    await store.getState().drop(two!);
    expect(view.own.generic?.map(({ url }) => url)).toEqual(['/c/{id}']);
  });

  it('say that a change was not kept', async () => {
    const store = await open();
    broken = true;
    await store.getState().setBoards(['7']);
    expect(store.getState().failed).toBe(true);
    broken = false;
    await store.getState().setBoards(['7']);
    expect(store.getState().failed).toBe(false);
  });
});

describe('pointing', () => {
  const pick = async () => {
    view = { ...view, picked: PICKED };
    tell({ event: 'crms' });
    await settle();
  };

  it('comes back to this page once, and only where it was asked from here', async () => {
    const store = await open();
    await pick();
    expect([store.getState().view?.picked, fronted]).toEqual([PICKED, 0]);
    view.picked = null;
    await store.getState().point(HOST);
    tell({ event: 'crms' });
    await settle();
    await pick();
    expect([store.getState().view?.picked, fronted]).toEqual([PICKED, 1]);
    expect(store.getState().findings[HOST]).toBeUndefined();
    await pick();
    expect(fronted).toBe(1);
  });

  it('says where no page is open', async () => {
    tabOpen = false;
    const store = await open();
    await store.getState().point(HOST);
    expect(store.getState().findings[HOST]).toEqual({ is: 'no-tab' });
  });

  it('what was put aside stays aside until somebody points again', async () => {
    const store = await open();
    await pick();
    store.getState().dismiss();
    await pick();
    expect(store.getState().view?.picked).toBeNull();
    await store.getState().point(HOST);
    await pick();
    expect(store.getState().view?.picked).toEqual(PICKED);
  });
});
