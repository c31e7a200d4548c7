import { readableUrl } from '../util/crm-url.ts';
import type { CrmAdapter, CrmPage, CrmSettings } from './types.ts';

/** Adapter, record and kind of a page; null for pages that are neither a record's nor a list. Never throws. */
export type PageReader = (address: string | URL, settings?: CrmSettings) => CrmPage | null;

/** Reads addresses with the CRMs given; their order counts only where several self-hosted CRMs share a shape. */
export function createPageReader(adapters: readonly CrmAdapter[]): PageReader {
  const isDescribed = ({ id }: CrmAdapter): boolean => id === 'generic';

  /** A host that belongs to CRMs is read by them only (and by the settings), any other by shape. */
  function candidates({ hostname }: URL): readonly CrmAdapter[] {
    const owns = ({ hosts }: CrmAdapter): boolean => hosts.some((pattern) => covers(pattern, hostname));
    return adapters.some(owns)
      ? adapters.filter((adapter) => owns(adapter) || isDescribed(adapter))
      : adapters.filter(({ selfHosted }) => selfHosted);
  }

  return (address, settings) => {
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
  };
}

/** True where the host part of a match pattern covers a host name. */
function covers(pattern: string, hostname: string): boolean {
  const host = pattern.split('/')[2]!;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
