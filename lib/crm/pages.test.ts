import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type PageFixture, readPageFixtures, secondUrl } from '../../tests/support/page-fixtures.ts';
import { adapters, readPage } from './index.ts';

const pages = readPageFixtures();
const fixtures = pages.map((page) => ({ ...page, document: open(page) }));

/** A fixture under its own address. No layout here: an element is visible unless it or an ancestor is `display: none`. */
function open({ html, wanted }: PageFixture): Document {
  const { window } = new JSDOM(html, { url: wanted.url });
  window.Element.prototype.checkVisibility = function isShown(this: Element) {
    for (let at: Element | null = this; at; at = at.parentElement) {
      if (window.getComputedStyle(at).display === 'none') return false;
    }
    return true;
  };
  return window.document;
}

/** Addresses of whose lists nothing is known: their account page shows links to other accounts instead. */
const LISTLESS = ['keap', 'oracle', 'sap'];

describe.each(adapters().map(({ id }) => id))('the pages of %s', (id) => {
  const own = pages.filter(({ crm }) => crm === id);
  const find = (wanted: string) => own.find(({ name }) => name === wanted);

  it('are an account page and a list at least', () => {
    const account = find('account.standard')?.wanted;
    expect(readPage(account?.url ?? '', account?.settings)?.record?.object).toBe('account');
    const list = find('list.standard')?.wanted;
    if (LISTLESS.includes(id)) expect(list).toBeUndefined();
    else expect(readPage(list?.url ?? '', list?.settings)).toMatchObject({ list: true, record: null });
  });

  it('know a second account', () => {
    const account = find('account.standard') as PageFixture;
    const { url, settings } = account.wanted;
    const [first, second] = [url, secondUrl(account)].map((address) => readPage(address, settings)?.record);
    expect(second?.object).toBe('account');
    expect(second?.id).not.toBe(first?.id);
  });
});

describe.each(fixtures)('$crm/$name', ({ crm, wanted, document }) => {
  const url = new URL(wanted.url);
  const page = readPage(url, wanted.settings);
  const before = document.documentElement.outerHTML;

  it('is a page of its CRM', () => {
    expect(page?.adapter.id).toBe(crm);
    expect(page?.record !== null || page.list).toBe(true);
  });

  it('has the heading where it is said to be', () => {
    if (!page?.record) return;
    const anchor = page.adapter.findAnchor?.(document, page.record, wanted.settings) ?? null;
    expect(anchor?.heading ?? null).toBe(wanted.heading);
    if (!anchor) return;
    expect(anchor.region.contains(anchor.element)).toBe(true);
    // The region must outlive a re-render of the heading, hence be above it.
    expect(anchor.region).not.toBe(anchor.element);
  });

  it('leads to the account it belongs to, or to none', () => {
    if (!page?.record || wanted.account === undefined) return;
    const account = page.adapter.findAccountLink?.(document, page.record, url) ?? null;
    expect(account?.id ?? '').toBe(wanted.account);
    if (account) expect(account).toMatchObject({ crm, object: 'account', instance: page.record.instance });
  });

  it('has the links it is said to have', () => {
    if (!wanted.links || !page) return;
    const { linkSelector, readLink } = page.adapter;
    const links = linkSelector ? [...document.querySelectorAll(linkSelector)] : [];
    const ids = links.flatMap((link) => readLink?.(link, url, wanted.settings)?.id ?? []);
    expect(ids).toEqual(wanted.links);
  });

  it('is left as it was, and no other adapter stumbles over it', () => {
    for (const adapter of adapters()) {
      const record = { crm: adapter.id, instance: '-', object: 'contact' as const, id: '1' };
      adapter.findAnchor?.(document, record);
      adapter.findAccountLink?.(document, record, url);
      for (const link of document.querySelectorAll(adapter.linkSelector ?? 'a'))
        adapter.readLink?.(link, url);
    }
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('selectors', () => {
  const { document } = new JSDOM('').window;
  it.each(adapters().map((adapter) => [adapter.id, adapter] as const))(
    'of %s are selectors',
    (_id, adapter) => {
      expect(() => document.querySelector(adapter.linkSelector ?? 'a')).not.toThrow();
    },
  );
});

describe('a foreign page', () => {
  it('has links of many kinds and no account', () => {
    const { document } = new JSDOM(
      '<a></a><a href=""></a><a href="javascript:void(0)">x</a><a href="https://[">x</a><a href="//%">x</a><svg><a href="#x"/></svg><a data-recordid="001">x</a>',
      { url: 'https://www.example.com/' },
    ).window;
    for (const adapter of adapters()) {
      for (const link of document.querySelectorAll('a')) {
        expect(adapter.readLink?.(link, new URL(document.URL)) ?? null).toBeNull();
      }
    }
  });
});
