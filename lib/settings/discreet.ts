/** True while the discreet mode holds; an unreadable time counts as over. */
export function isDiscreet(discreetUntil: string | null, nowMs: number): boolean {
  return discreetUntil !== null && Date.parse(discreetUntil) > nowMs;
}

/** End of a discreet mode of `minutes` from now, ISO; null for 0 minutes (off). */
export function discreetEnd(minutes: number, nowMs: number): string | null {
  return minutes <= 0 ? null : new Date(nowMs + minutes * 60_000).toISOString();
}
