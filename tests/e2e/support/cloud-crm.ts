import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseRecordKey } from '../../../lib/util/record-key.ts';
import { projectRoot } from '../../support/source-files.ts';
import type { Extension } from './extension.ts';

const folder = join(projectRoot, 'tests/fixtures/e2e');

/** A record of a cloud CRM's page; `account`: the one a case, contact or ticket belongs to. */
export interface CloudRecord {
  id: string;
  name: string;
  tenant?: string;
  account?: { id: string; name: string };
}

/** A cloud CRM at its real host name: where its pages are, and how its addresses are built. */
export interface CloudCrm {
  id: 'salesforce' | 'hubspot' | 'dynamics';
  origin(instance: string): string;
  account(record: CloudRecord): string;
  list(record: CloudRecord): string;
  /** An address of another object and an id for it. */
  child(record: CloudRecord): string;
  childId: string;
}

export const cloudCrms: readonly CloudCrm[] = [
  {
    id: 'salesforce',
    origin: (instance) => `https://${instance}.lightning.force.com`,
    account: ({ id }) => `/lightning/r/Account/${id}/view`,
    list: () => '/lightning/o/Account/list?filterName=Recent',
    child: ({ id }) => `/lightning/r/Case/${id}/view`,
    childId: '500QyA000000777',
  },
  {
    id: 'hubspot',
    origin: () => 'https://app-eu1.hubspot.com',
    account: ({ id, tenant }) => `/contacts/${tenant}/record/0-2/${id}`,
    list: ({ tenant }) => `/contacts/${tenant}/objects/0-2/views/all/list`,
    child: ({ id, tenant }) => `/contacts/${tenant}/record/0-5/${id}`,
    childId: '700000777',
  },
  {
    id: 'dynamics',
    origin: (instance) => `https://${instance}`,
    account: ({ id }) => `/main.aspx?appid=1&pagetype=entityrecord&etn=account&id=${id}`,
    list: () => '/main.aspx?appid=1&pagetype=entitylist&etn=account',
    child: ({ id }) => `/main.aspx?appid=1&pagetype=entityrecord&etn=incident&id=${id}`,
    childId: '77777777-aaaa-bbbb-cccc-777777777777',
  },
];

/** How late the page is (ms): the address runs ahead by `late`, then nothing stands there for `gap`. */
export interface PageManners {
  late: number;
  gap: number;
}

/** The CRM's page with these records, as one HTML text. */
export function cloudPage(crm: CloudCrm, records: readonly CloudRecord[], manners: PageManners): string {
  const options = JSON.stringify({ ...manners, records }).replaceAll('<', '\\u003c');
  return readFileSync(join(folder, `${crm.id}.html`), 'utf8')
    .replace('%OPTIONS%', () => options)
    .replace('%ROUTER%', () => readFileSync(join(folder, 'router.js'), 'utf8'));
}

/** Three accounts the extension knows under a key of this CRM; the first two differ in tier. */
export async function cloudAccounts(
  extension: Extension,
  crm: CloudCrm['id'],
): Promise<{ record: CloudRecord; instance: string; tier: string }[]> {
  const found: { record: CloudRecord; instance: string; tier: string }[] = [];
  const tiers = () => new Set(found.map(({ tier }) => tier)).size;
  for (const text of 'aeiou') {
    for (const hit of await extension.ask({ verb: 'search', text, limit: 50 })) {
      const view = await extension.ask({ verb: 'account', key: hit.key });
      const key = view?.words.keys.map(parseRecordKey).find((candidate) => candidate?.crm === crm);
      if (!view || !key || found.some(({ record }) => record.name === view.words.name)) continue;
      const record = { id: key.id, name: view.words.name, tenant: key.instance };
      found.push({ record, instance: key.instance, tier: view.words.tier });
      if (found.length >= 3 && tiers() > 1) {
        const other = found.findIndex(({ tier }) => tier !== found[0]?.tier);
        return [found[0]!, found[other]!, ...found.filter((_, at) => at !== 0 && at !== other)].slice(0, 3);
      }
    }
  }
  throw new Error(`the sample company has too few accounts with a ${crm} key`);
}

/** One frame of what a person saw: the address, the visible heading and what of ours stood beside it. */
export interface Sighting {
  at: number;
  url: string;
  heading: string | null;
  beside: number;
  hosts: number;
}

export function readTrace(page: Page): Promise<Sighting[]> {
  return page.evaluate(() => (window as unknown as { trace: Sighting[] }).trace);
}

/** Frames in which something of ours stood beside a heading that is not the address's record. */
export function wrongSightings(trace: readonly Sighting[], records: readonly CloudRecord[]): Sighting[] {
  return trace.filter(({ url, heading, beside }) => {
    if (beside === 0) return false;
    return records.find((record) => url.includes(record.id))?.name !== heading;
  });
}

/** Navigates inside the page, as a click in the CRM does. */
export function go(page: Page, path: string): Promise<void> {
  return page.evaluate((url) => (window as unknown as { go(url: string): void }).go(url), path);
}
