const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;
/** A server may ask for more patience than we have; past this it counts as a mistake. */
const LONGEST_RETRY_AFTER_MS = 15 * 60_000;

/**
 * Wait before the next attempt, ms: full jitter over a doubling range, never less than the server asked for.
 * @param attempt failures in a row, from 1
 * @param jitter random number in [0, 1)
 */
export function backoffMs(attempt: number, jitter: number, retryAfterMs: number | null): number {
  const range = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20));
  const asked = Math.min(Math.max(retryAfterMs ?? 0, 0), LONGEST_RETRY_AFTER_MS);
  return asked + Math.floor(jitter * range);
}

/**
 * `Retry-After` in ms: seconds or an HTTP date; null where it is absent or makes no sense.
 * @param nowMs our clock
 */
export function parseRetryAfter(value: string | null, nowMs: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1_000;
  // The browser reads much as a date: -5, for one.
  const date = /^[a-z]{3}, .* GMT$/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
