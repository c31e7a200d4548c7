import { adapters } from '../crm/index.ts';
import type { CrmAdapter } from '../crm/types.ts';
import { parseRecordKey } from '../util/record-key.ts';
import { isCovered } from './match-pattern.ts';

/** CRMs that may be asked about from this page: those of its host, or the self-hosted ones on any other host. */
function crmsOf(pageUrl: string): readonly CrmAdapter[] {
  const owners = adapters.filter(({ hosts }) => isCovered(hosts, pageUrl));
  return owners.length > 0 ? owners : adapters.filter(({ selfHosted }) => selfHosted);
}

/** Keys a page may ask for: records of its own CRM only, whoever has taken over the page. */
export function keysOfPage(keys: readonly string[], pageUrl: string): string[] {
  const crms = new Set(crmsOf(pageUrl).map(({ id }) => id));
  return keys.filter((key) => crms.has(parseRecordKey(key)?.crm ?? ''));
}
