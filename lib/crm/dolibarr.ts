import { readableUrl, siteOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

/** Tabs of a third party that show its card. */
const CARDS: Record<string, 'account'> = { societe: 'account', comm: 'account', fourn: 'account' };

export const dolibarr: CrmDefinition = {
  id: 'dolibarr',
  name: 'Dolibarr',
  hosts: [],
  objects: CARDS,
  read(url) {
    const query = url.searchParams;
    const [, base, page] =
      /^((?:\/[^/]+)*?)\/(societe|comm|fourn|contact|ticket)\/card\.php$/.exec(url.pathname) ?? [];
    if (/^(?:create|edit)/.test(query.get('action') ?? '')) return null;
    const id = (CARDS[page!] && query.get('socid')) || query.get('id');
    return [page, /^[1-9]\d*$/.exec(id ?? '')?.[0], siteOf(url, base)];
  },
  isList: ({ pathname }) =>
    /\/(?:societe|contact|ticket|comm\/(?:propal|prospect)?)\/?list\.php$/.test(pathname),
  titles: ['div.arearef .refid'],
  region: '#id-right,.fiche,body',
  // The name is the first text of the banner; flags and address follow in the same element.
  heading: (element) =>
    Array.from(element.childNodes, (node) => (node.nodeType === 3 && node.nodeValue?.trim()) || '').find(
      Boolean,
    ),
  parentLinks: [
    'div.arearef a[href*="/societe/"],div.arearef a[href*="/comm/"]',
    '.fichecenter a.refurl[href*="socid="]',
  ],
  linkSelector: 'a.refurl[href*="card.php?socid="]:not(.customer-back,.vendor-back)',
  // A contact links its company's tab of contacts.
  readLink(element, page) {
    const url = readableUrl(element.getAttribute('href') ?? '', element.baseURI);
    const base = /^((?:\/[^/]+)*?)\/societe\/contact\.php$/.exec(url?.pathname ?? '')?.[1];
    if (!url || base === undefined || url.host !== readableUrl(page)?.host) return null;
    return ['account', url.searchParams.get('socid'), siteOf(url, base)];
  },
};
