import type { Contact } from '../cache/database.ts';

/** A badge older than this is drawn with a dashed border. */
const STALE_AFTER_MS = 24 * 60 * 60_000;
export const DEFAULT_MAX_CACHE_AGE_HOURS = 96;

export type Freshness = 'fresh' | 'stale' | 'expired';

/**
 * How old the data are by the server's clock; a clock set back makes them stale, never younger.
 * @param nowMs our clock
 */
export function freshness(contact: Contact | null, nowMs: number, maxAgeHours: number): Freshness {
  if (contact === null) return 'expired';
  const age = nowMs + contact.offsetMs - Date.parse(contact.serverTime);
  if (Number.isNaN(age) || age > maxAgeHours * 60 * 60_000) return 'expired';
  return age > STALE_AFTER_MS || age < -60 * 60_000 ? 'stale' : 'fresh';
}
