import type { CrmRecord } from '../util/record-key.ts';
import { rememberLast } from '../util/remember-last.ts';
import { completeAdapter } from './complete-adapter.ts';
import { crms } from './list.ts';
import { createPageReader } from './page-reader.ts';
import type { CrmAdapter, CrmPage, CrmSettings } from './types.ts';

/**
 * All CRMs, for programs that are not counted in kilobytes; content scripts take one of the two lists. Made when they
 * are first asked for: a worker that only looks accounts up does without.
 */
export const adapters: () => readonly CrmAdapter[] = rememberLast(() => crms.map(completeAdapter));

const pageReader = rememberLast(() => createPageReader(adapters()));

/** The page an address shows, as the adapters read it, or null. Never throws. */
export function readPage(address: string | URL, settings?: CrmSettings): CrmPage | null {
  return pageReader()(address, settings);
}

/** The adapter with this id, or null. */
export function adapterOf(crm: string): CrmAdapter | null {
  return adapters().find(({ id }) => id === crm) ?? null;
}

/** The record whose main page an address is (an account or another object), or null. Never throws. */
export function matchUrl(address: string | URL, settings?: CrmSettings): CrmRecord | null {
  return readPage(address, settings)?.record ?? null;
}
