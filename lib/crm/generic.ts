import { decoded, siteOf } from '../util/crm-url.ts';
import type { RecordObject } from '../util/record-key.ts';
import type { CrmDefinition, CrmSettings } from './types.ts';

/**
 * One CRM of a company's own: `{ "host": "crm.example.com", "url": "/customers/{id}", "title": "h1" }`.
 * In `url`, `{id}` stands for the id and `*` for any one segment; query parameters may come in any order.
 */
export interface GenericCrm {
  host: string;
  url: string;
  title?: string;
  object?: RecordObject;
}

/** Any other CRM, described in the settings as `{ "generic": [GenericCrm] }`. */
export const generic: CrmDefinition = {
  id: 'generic',
  name: 'Other CRM',
  experimental: true,
  hosts: [],
  read(url, settings) {
    for (const crm of described(settings, url.host)) {
      const id = decoded(idIn(crm.url, url) ?? undefined);
      if (id) return [crm.object ?? 'account', id, siteOf(url)];
    }
    return null;
  },
  isList: (url, settings) =>
    described(settings, url.host).some(
      ({ url: template }) => parentOf(template) === url.pathname.replace(/\/$/, ''),
    ),
  linkSelector: 'a[href]',
  titles: (record, settings) => described(settings, record.instance).flatMap(({ title }) => title || []),
};

function described(settings: CrmSettings | undefined, host: string): GenericCrm[] {
  const list = settings?.generic;
  if (!Array.isArray(list)) return [];
  return (list as (Partial<GenericCrm> | null)[]).filter(
    (crm): crm is GenericCrm => crm?.host?.toLowerCase?.() === host && typeof crm.url === 'string',
  );
}

/** The text that stands for `{id}`, or null where the address has another shape. */
function idIn(template: string, url: URL): string | null {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)#?(.*)$/.exec(template) ?? [];
  const pairs: [wanted: string, actual: string][] = [...segments(path, url.pathname)];
  for (const [name, wanted] of new URLSearchParams(query)) {
    pairs.push([wanted, encodeURIComponent(url.searchParams.get(name) ?? '')]);
  }
  if (hash) pairs.push(...segments(hash, url.hash.slice(1).split('?', 1)[0]!));
  let id: string | null = null;
  for (const [wanted, actual] of pairs) {
    if (wanted === '*') continue;
    const [before, after] = wanted.split('{id}') as [string, string?];
    if (after === undefined ? actual !== wanted : !actual.startsWith(before) || !actual.endsWith(after))
      return null;
    if (after !== undefined) id = actual.slice(before.length, actual.length - after.length);
  }
  return id;
}

/** Segments side by side; where their numbers differ, a pair that cannot agree. */
function segments(template: string, actual: string): [string, string][] {
  const wanted = template.replace(/\/$/, '').split('/');
  const found = actual.replace(/\/$/, '').split('/');
  if (wanted.length !== found.length) return [['/', '']];
  return wanted.map((text, i) => [text, found[i]!]);
}

/** The path under which the ids stand: the list page, in CRMs that build addresses like most do. */
function parentOf(template: string): string | undefined {
  return /^([^?#{]*[^?#{/])\/\{id\}/.exec(template)?.[1];
}
