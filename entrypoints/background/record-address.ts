import { adapterOf, matchUrl } from '../../lib/crm/index.ts';
import { recordUrls } from '../../lib/crm/record-urls.ts';
import { formatRecordKey, parseRecordKey } from '../../lib/util/record-key.ts';
import type { Worker } from './worker.ts';

/** Address of the first of these records that a CRM tells; null where none does. */
export async function recordAddress(worker: Worker, keys: readonly string[]): Promise<string | null> {
  for (const key of keys) {
    const record = parseRecordKey(key);
    if (record === null) continue;
    for (const address of recordUrls(record, await openOrigins(worker, record.crm))) {
      const shown = matchUrl(address);
      if (shown !== null && formatRecordKey(shown) === key) return address;
    }
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
