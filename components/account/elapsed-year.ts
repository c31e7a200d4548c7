/** Share of a calendar year that is gone at a moment, by whole days of the machine's calendar, 0 to 1. */
export function elapsedYear(year: number, now: Date): number {
  if (now.getFullYear() !== year) return now.getFullYear() > year ? 1 : 0;
  const start = Date.UTC(year, 0, 1);
  const today = Date.UTC(year, now.getMonth(), now.getDate());
  return (today - start) / (Date.UTC(year + 1, 0, 1) - start);
}
