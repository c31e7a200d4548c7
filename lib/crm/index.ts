import { readableUrl } from '../util/crm-url.ts';
import type { CrmRecord } from '../util/record-key.ts';
import { completeAdapter } from './complete-adapter.ts';
import { dynamics } from './dynamics.ts';
import { hubspot } from './hubspot.ts';
import { salesforce } from './salesforce.ts';
import { samplecrm } from './samplecrm.ts';
import type { CrmAdapter, CrmPage, CrmSettings } from './types.ts';

/** The one list of CRMs. Of the self-hosted ones the first that reads a URL has it. */
export const adapters: readonly CrmAdapter[] = [samplecrm, salesforce, hubspot, dynamics].map(
  completeAdapter,
);

const byId = new Map(adapters.map((adapter) => [adapter.id, adapter]));

/** The adapter with this id, or null. */
export function adapterOf(crm: string): CrmAdapter | null {
  return byId.get(crm) ?? null;
}

/** The record whose main page an address is, or null. Never throws. */
export function matchUrl(address: string | URL, settings?: CrmSettings): CrmRecord | null {
  return readPage(address, settings)?.record ?? null;
}

/** The adapter, record and kind of a page: null for pages that are neither a record's nor a list. */
export function readPage(address: string | URL, settings?: CrmSettings): CrmPage | null {
  const url = readableUrl(address);
  if (!url) return null;
  let listed: CrmPage | null = null;
  for (const adapter of candidates(url)) {
    const record = adapter.match(url, settings);
    const list = !!adapter.isList?.(url);
    if (record) return { adapter, record, list };
    if (list) listed ??= { adapter, record, list };
  }
  return listed;
}

/** A host that belongs to a CRM is read by that CRM only; any other host by the shape of self-hosted URLs. */
function candidates({ hostname }: URL): readonly CrmAdapter[] {
  const owners = adapters.filter(({ hosts }) => hosts.some((pattern) => covers(pattern, hostname)));
  return owners.length ? owners : adapters.filter(({ selfHosted }) => selfHosted);
}

/** True where the host part of a match pattern covers a host name. */
function covers(pattern: string, hostname: string): boolean {
  const host = pattern.split('/')[2]!;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
