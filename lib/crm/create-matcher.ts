import { readableUrl } from '../util/crm-url.ts';
import type { CrmRecord } from '../util/record-key.ts';
import { completeAdapter } from './complete-adapter.ts';
import type { CrmAdapter, CrmDefinition, CrmPage, CrmSettings } from './types.ts';

/** Reads addresses with the CRMs given. None of its functions throws. */
export interface CrmMatcher {
  adapters: readonly CrmAdapter[];
  /** The adapter with this id, or null. */
  adapterOf(crm: string): CrmAdapter | null;
  /** The record whose main page an address is (an account or another object), or null. */
  matchUrl(address: string | URL, settings?: CrmSettings): CrmRecord | null;
  /** Adapter, record and kind of a page; null for pages that are neither a record's nor a list. */
  readPage(address: string | URL, settings?: CrmSettings): CrmPage | null;
}

/** A matcher over definitions; their order counts only where several self-hosted CRMs share a shape. */
export function createMatcher(definitions: readonly CrmDefinition[]): CrmMatcher {
  const adapters = definitions.map(completeAdapter);
  const isDescribed = ({ id }: CrmAdapter): boolean => id === 'generic';

  /** A host that belongs to CRMs is read by them only (and by the settings), any other by shape. */
  function candidates({ hostname }: URL): readonly CrmAdapter[] {
    const owns = ({ hosts }: CrmAdapter): boolean => hosts.some((pattern) => covers(pattern, hostname));
    return adapters.some(owns)
      ? adapters.filter((adapter) => owns(adapter) || isDescribed(adapter))
      : adapters.filter(({ selfHosted }) => selfHosted);
  }

  function readPage(address: string | URL, settings?: CrmSettings): CrmPage | null {
    const url = readableUrl(address);
    if (!url) return null;
    let listed: CrmPage | null = null;
    for (const adapter of candidates(url)) {
      const record = adapter.match(url, settings);
      const list = adapter.isList?.(url, settings) ?? false;
      if (record) return { adapter, record, list, settings };
      if (list) listed ??= { adapter, record, list, settings };
    }
    return listed;
  }

  return {
    adapters,
    adapterOf: (crm) => adapters.find(({ id }) => id === crm) ?? null,
    matchUrl: (address, settings) => readPage(address, settings)?.record ?? null,
    readPage,
  };
}

/** True where the host part of a match pattern covers a host name. */
function covers(pattern: string, hostname: string): boolean {
  const host = pattern.split('/')[2]!;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
