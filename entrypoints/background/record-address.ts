import { matchUrl } from '../../lib/crm/index.ts';
import { recordUrls } from '../../lib/crm/record-urls.ts';
import { newTaskUrl } from '../../lib/crm/task-urls.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { type CrmRecord, formatRecordKey, parseRecordKey } from '../../lib/util/record-key.ts';
import type { Worker } from './worker.ts';

export interface RecordAddress {
  /** The record's page. */
  page: string;
  /** The CRM's form for a new task, null where it is not known. */
  newTask: string | null;
}

/** Origins of open tabs by CRM: some live at several addresses that the key does not tell apart. */
export type OpenAddresses = ReadonlyMap<string, readonly string[]>;

/** Where the CRMs of these records are open right now. */
export async function openAddresses(worker: Worker, keys: readonly string[]): Promise<OpenAddresses> {
  const crms = [...new Set(keys.flatMap((key) => parseRecordKey(key)?.crm ?? []))];
  return new Map(
    await Promise.all(crms.map(async (crm) => [crm, await worker.openTabs.origins(crm)] as const)),
  );
}

/**
 * Where one of these records is: in a CRM the user has added where there is one, else in the first that tells.
 * Null where none does.
 * @param known what was asked of the tabs before
 */
export async function recordAddress(
  worker: Worker,
  keys: readonly string[],
  known: OpenAddresses = new Map(),
): Promise<RecordAddress | null> {
  const records = keys.map((key) => ({ key, record: parseRecordKey(key) }));
  const others = keys.filter((key) => !known.has(parseRecordKey(key)?.crm ?? ''));
  const open = new Map([...known, ...(others.length > 0 ? await openAddresses(worker, others) : [])]);
  const addresses = records.flatMap(({ key, record }) =>
    record === null ? [] : (addressOf(key, record, open.get(record.crm) ?? []) ?? []),
  );
  return addresses.find(({ page }) => isCovered(worker.granted, page)) ?? addresses[0] ?? null;
}

function addressOf(key: string, record: CrmRecord, origins: readonly string[]): RecordAddress | null {
  for (const page of recordUrls(record, origins)) {
    const shown = matchUrl(page);
    if (shown !== null && formatRecordKey(shown) === key) {
      return { page, newTask: newTaskUrl(record, page) };
    }
  }
  return null;
}
