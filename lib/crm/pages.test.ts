import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { adapters, readPage } from './index.ts';
import type { CrmSettings } from './types.ts';

/** Stands as JSON in `<meta name="expect">` of every fixture. */
interface Expectation {
  url: string;
  /** Name the anchor reads; null: no anchor, the badge docks. */
  heading: string | null;
  /** Id of the account the page leads to; '' where it must not decide. */
  account?: string;
  /** Ids that links of the page lead to, in order, each once. */
  links?: string[];
  settings?: CrmSettings;
}

const folder = new URL('../../tests/fixtures/pages/', import.meta.url);
const files = (crm: string): string[] =>
  // Pages that are driven by other tests carry no variant in their name.
  readdirSync(new URL(`${crm}/`, folder)).filter((file) => /^[a-z]+\.[a-z0-9-]+\.html$/.test(file));
const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: crm }) => files(crm).map((file) => ({ crm, file, ...open(`${crm}/${file}`) })));

/** A fixture under its own address. No layout here: an element has boxes unless it or an ancestor is `display: none`. */
function open(path: string): { wanted: Expectation; document: Document } {
  const html = readFileSync(new URL(path, folder), 'utf8');
  const content = new JSDOM(html).window.document.querySelector('meta[name=expect]')?.getAttribute('content');
  const wanted = JSON.parse(content ?? 'null') as Expectation;
  const { window } = new JSDOM(html, { url: wanted.url });
  window.Element.prototype.getClientRects = function rects(this: Element) {
    for (let at: Element | null = this; at; at = at.parentElement) {
      if (window.getComputedStyle(at).display === 'none') return [] as unknown as DOMRectList;
    }
    return [{}] as unknown as DOMRectList;
  };
  return { wanted, document: window.document };
}

describe.each(fixtures)('$crm/$file', ({ crm, wanted, document }) => {
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
    const ids = links.flatMap((link) => readLink?.(link, url)?.id ?? []);
    expect(ids).toEqual(wanted.links);
  });

  it('is left as it was, and no other adapter stumbles over it', () => {
    for (const adapter of adapters) {
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
  it.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
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
    for (const adapter of adapters) {
      for (const link of document.querySelectorAll('a')) {
        expect(adapter.readLink?.(link, new URL(document.URL)) ?? null).toBeNull();
      }
    }
  });
});
