import type { CrmRecord } from '../util/record-key.ts';
import { cloudCrms } from './cloud-crms.ts';
import { completeAdapter } from './complete-adapter.ts';
import { createPageReader } from './page-reader.ts';
import { selfHostedCrms } from './self-hosted-crms.ts';
import type { CrmAdapter, CrmSettings } from './types.ts';

/** All CRMs, for programs that are not counted in kilobytes; content scripts take one of the two lists. */
export const adapters: readonly CrmAdapter[] = [...new Set([...cloudCrms, ...selfHostedCrms])].map(
  completeAdapter,
);

export const readPage = createPageReader(adapters);

/** The adapter with this id, or null. */
export function adapterOf(crm: string): CrmAdapter | null {
  return adapters.find(({ id }) => id === crm) ?? null;
}

/** The record whose main page an address is (an account or another object), or null. Never throws. */
export function matchUrl(address: string | URL, settings?: CrmSettings): CrmRecord | null {
  return readPage(address, settings)?.record ?? null;
}
