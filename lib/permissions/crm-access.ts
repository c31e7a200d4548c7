import { hostPatterns } from '../crm/hosts.ts';
import { crms } from '../crm/list.ts';
import type { CrmDefinition } from '../crm/types.ts';
import { rememberLast } from '../util/remember-last.ts';
import { isCovered } from './match-pattern.ts';

/** Worked out when it is first asked for: the script of a worker that starts does no more than it must. */
const placedCrms = rememberLast(() => crms.map((crm) => ({ crm, hosts: hostPatterns(crm, true) })));

/** Every message of a page asks for the same: patterns look at protocol and host name only. */
const known = new Map<string, readonly CrmDefinition[]>();
const MOST_KNOWN = 100;

/**
 * CRMs that may be asked about from this page: those of its host and what the settings describe there, or the
 * self-hosted ones on any other host.
 * @param only the one CRM that is known to run on this host, if any
 */
export function crmsOf(pageUrl: string, only: string | null = null): readonly CrmDefinition[] {
  const { protocol, hostname } = URL.parse(pageUrl) ?? { protocol: '', hostname: '' };
  const site = JSON.stringify([protocol, hostname, only]);
  const found = known.get(site) ?? findCrms(pageUrl, only);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(site, found);
  return found;
}

function findCrms(pageUrl: string, only: string | null): readonly CrmDefinition[] {
  const placed = placedCrms().filter(({ hosts }) => isCovered(hosts, pageUrl));
  const owners = placed.map(({ crm }) => crm);
  if (owners.length > 0) return [...owners, ...crms.filter(({ id }) => id === 'generic')];
  return crms.filter(({ id, host }) => !host && (!only || id === only || id === 'generic'));
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
  return keys.filter((key) => crms.has(key.slice(0, Math.max(0, key.indexOf(':')))));
}
