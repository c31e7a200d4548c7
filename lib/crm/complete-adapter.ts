import { basePath, decoded, readableUrl, siteOf } from '../util/crm-url.ts';
import { objectNamed } from '../util/object-named.ts';
import type { CrmRecord } from '../util/record-key.ts';
import type { Anchor, CrmAdapter, CrmDefinition, CrmSettings, UrlReading } from './types.ts';

const MAX_HEADING = 200;

/** Makes an adapter of what a CRM's file states: the parts all CRMs share live here, once. */
export function completeAdapter(definition: CrmDefinition): CrmAdapter {
  const { id, host, titles, parentLinks } = definition;

  const accepted = (address: string | URL, base?: string): URL | null => {
    const url = readableUrl(address, base);
    return url && (!host || host.test(url.hostname)) ? url : null;
  };
  const toRecord = (url: URL, reading: UrlReading | null | undefined): CrmRecord | null => {
    const [word, recordId, instance] = reading ?? [];
    // The word stands in a URL and looks up a table: what "constructor" finds there is no name of an object.
    const object = word && objectNamed(definition.objects?.[word] ?? word);
    if (!recordId || !object) return null;
    return { crm: id, instance: instance || instanceOf(url), object, id: recordId };
  };
  const instanceOf = (url: URL): string =>
    definition.instance?.(url) ?? (host ? '-' : siteOf(url, definition.path ? '' : basePath(url)));
  const read = (url: URL, settings?: CrmSettings): CrmRecord | null => {
    const found = definition.path?.exec(url.pathname) ?? definition.hash?.exec(url.hash);
    if (!found) return toRecord(url, definition.read?.(url, settings));
    const { object = 'account', id, tenant, base } = found.groups!;
    return toRecord(url, [object, decoded(id), base === undefined ? tenant : siteOf(url, base)]);
  };
  // Tabs and forms of other records stay mounted, hidden. Asks for styles only: reading boxes would lay out the page.
  const isOwn = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !(definition.outside && element.closest(definition.outside));

  const readLink = (element: Element, page: URL, settings?: CrmSettings): CrmRecord | null => {
    const own = definition.readLink?.(element, page);
    const record = own ? toRecord(page, own) : readHref(element, page, settings);
    return record?.object === 'account' ? record : null;
  };
  const readHref = (element: Element, page: URL, settings?: CrmSettings): CrmRecord | null => {
    const href = element.getAttribute('href');
    const target = href ? accepted(href, element.baseURI) : null;
    // A self-hosted CRM is known by its host: a link to another host is another installation.
    return target && (host || target.host === readableUrl(page)?.host) ? read(target, settings) : null;
  };

  function findAnchor(root: Document, record: CrmRecord, settings?: CrmSettings): Anchor | null {
    for (const selector of typeof titles === 'function' ? titles(record, settings) : (titles ?? [])) {
      for (const element of findAll(root, selector)) {
        if (!isOwn(element) || definition.belongs?.(element, record) === false) continue;
        const heading = tidy(definition.heading?.(element) ?? nameOf(element));
        if (!heading) continue;
        const region = element.closest(definition.region ?? 'main,[role=main]') ?? root.body;
        return { element, heading, region };
      }
    }
    return null;
  }

  return {
    ...definition,
    selfHosted: !host,
    experimental: definition.experimental ?? false,
    match(address, settings) {
      const url = accepted(address);
      return url && read(url, settings);
    },
    isList(address, settings) {
      const url = accepted(address);
      if (!url) return false;
      return (
        definition.list?.test(definition.hash ? url.hash : url.pathname) ??
        definition.isList?.(url, settings) ??
        false
      );
    },
    ...(titles ? { findAnchor } : {}),
    findAccountLink(root, record, page) {
      for (const selector of parentLinks ?? []) {
        const accounts = new Map<string, CrmRecord>();
        for (const element of findAll(root, selector)) {
          const account = isOwn(element) ? readLink(element, page) : null;
          if (account?.instance === record.instance) accounts.set(account.id, account);
        }
        // Two different accounts are no answer: better none than a guess.
        if (accounts.size) return accounts.size === 1 ? [...accounts.values()][0]! : null;
      }
      return null;
    },
    readLink,
  };
}

/** All matches; none for a selector that is no selector (people type some into the settings). */
function findAll(root: Document, selector: string): Iterable<Element> {
  try {
    return root.querySelectorAll(selector);
  } catch {
    return [];
  }
}

/** Value of a field, else text: innerText would follow the page's style sheet (upper case, generated letters). */
export function nameOf(element: Element): string {
  return 'value' in element && typeof element.value === 'string'
    ? element.value
    : (element.textContent ?? '');
}

/** One line, trimmed, at most 200 characters. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_HEADING);
}
