/** Team overlays reach open tabs within 60 s: two polls and some slack. */
const WATCHED_POLL_MS = 30_000;
/** With no CRM tab and no page of ours open, data only have to stay young enough. */
const QUIET_POLL_MS = 15 * 60_000;
/** A CRM tab that comes to the front asks when the last contact is older than this. */
export const FOCUS_POLL_MS = 60_000;

export interface Wall {
  now: number;
  /** Some CRM tab or page of the extension is open. */
  watched: boolean;
  /** Last contact with the API by our clock; null before the first. */
  contactAt: number | null;
  /** End of a backoff; null when none is running. */
  retryAt: number | null;
  /** A sync was begun in an earlier life of the worker and is not complete. */
  unfinished: boolean;
  /** End of the discreet mode; null when off. */
  discreetUntil: number | null;
}

/** True where the API should be asked now. A clock set back does not stop the asking. */
export function isPollDue({ now, watched, contactAt, retryAt, unfinished }: Wall): boolean {
  if (retryAt !== null) return now >= retryAt;
  if (unfinished) return true;
  if (contactAt === null || contactAt > now) return true;
  return now - contactAt >= (watched ? WATCHED_POLL_MS : QUIET_POLL_MS) - 1_000;
}

/** The next moment at which something is due: the one alarm is set to it. */
export function nextWake(wall: Wall): number {
  const { now, watched, contactAt, retryAt, unfinished, discreetUntil } = wall;
  const poll = unfinished
    ? now
    : Math.max(now, contactAt ?? now) + (watched ? WATCHED_POLL_MS : QUIET_POLL_MS);
  const moments = [retryAt ?? Math.min(poll, now + QUIET_POLL_MS), discreetUntil ?? Number.POSITIVE_INFINITY];
  return Math.min(...moments.map((moment) => Math.max(moment, now + 1_000)));
}
