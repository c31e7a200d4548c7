import { hostPatterns } from '../crm/hosts.ts';
import { adapters } from '../crm/index.ts';
import type { CrmAdapter } from '../crm/types.ts';
import { rememberLast } from '../util/remember-last.ts';
import { isCovered } from './match-pattern.ts';

/** Worked out when it is first asked for: the script of a worker that starts does no more than it must. */
const placedCrms = rememberLast(() =>
  adapters.map((adapter) => ({ adapter, hosts: hostPatterns(adapter, true) })),
);

/** Every message of a page asks for the same: patterns look at protocol and host name only. */
const known = new Map<string, readonly CrmAdapter[]>();
const MOST_KNOWN = 100;

/**
 * CRMs that may be asked about from this page: those of its host and what the settings describe there, or the
 * self-hosted ones on any other host.
 * @param only the one CRM that is known to run on this host, if any
 */
export function crmsOf(pageUrl: string, only: string | null = null): readonly CrmAdapter[] {
  const { protocol, hostname } = URL.parse(pageUrl) ?? { protocol: '', hostname: '' };
  const site = JSON.stringify([protocol, hostname, only]);
  const found = known.get(site) ?? findCrms(pageUrl, only);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(site, found);
  return found;
}

function findCrms(pageUrl: string, only: string | null): readonly CrmAdapter[] {
  const placed = placedCrms().filter(({ hosts }) => isCovered(hosts, pageUrl));
  const owners = placed.map(({ adapter }) => adapter);
  if (owners.length > 0) return [...owners, ...adapters.filter(({ id }) => id === 'generic')];
  return adapters.filter(({ id, selfHosted }) => selfHosted && (!only || id === only || id === 'generic'));
}

const idsOf = rememberLast(
  (pageUrl: string, only: string | null) => new Set(crmsOf(pageUrl, only).map(({ id }) => id)),
);

/**
 * Keys a page may ask for, in their order: records of its own CRM only, whoever has taken over the page. What a key
 * says besides its CRM is not looked at: one that is malformed belongs to no account.
 */
export function keysOfPage(keys: readonly string[], pageUrl: string, only: string | null = null): string[] {
  const crms = idsOf(pageUrl, only);
  return keys.filter((key) => crms.has(key.slice(0, key.indexOf(':'))));
}
