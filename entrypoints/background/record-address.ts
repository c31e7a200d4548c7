import { adapterOf, matchUrl } from '../../lib/crm/index.ts';
import { recordUrls } from '../../lib/crm/record-urls.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { type CrmRecord, formatRecordKey, parseRecordKey } from '../../lib/util/record-key.ts';
import type { Worker } from './worker.ts';

/**
 * Address of one of these records: in a CRM the user has added where there is one, else in the first that tells.
 * Null where none does.
 */
export async function recordAddress(worker: Worker, keys: readonly string[]): Promise<string | null> {
  const records = keys.map((key) => ({ key, record: parseRecordKey(key) }));
  const crms = [...new Set(records.flatMap(({ record }) => record?.crm ?? []))];
  const open = new Map(
    await Promise.all(crms.map(async (crm) => [crm, await openOrigins(worker, crm)] as const)),
  );
  const addresses = records.flatMap(({ key, record }) =>
    record === null ? [] : (addressOf(key, record, open.get(record.crm) ?? []) ?? []),
  );
  return addresses.find((address) => isCovered(worker.granted, address)) ?? addresses[0] ?? null;
}

function addressOf(key: string, record: CrmRecord, origins: readonly string[]): string | null {
  for (const address of recordUrls(record, origins)) {
    const shown = matchUrl(address);
    if (shown !== null && formatRecordKey(shown) === key) return address;
  }
  return null;
}

/** Where the CRM is open right now: some live at several addresses that the key does not tell apart. */
async function openOrigins(worker: Worker, crm: string): Promise<string[]> {
  const patterns = adapterOf(crm)?.hosts ?? [];
  if (patterns.length === 0) return [];
  const tabs = await worker.browser.tabs.query({ url: [...patterns] }).catch(() => []);
  // Without a grant for its host the browser does not tell a tab's address.
  return [...new Set(tabs.flatMap(({ url }) => (url === undefined ? [] : [new URL(url).origin])))];
}
