/** Ids are compared by code units, never by locale, so that every machine sorts alike. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
