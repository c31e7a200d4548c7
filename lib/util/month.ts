/** Few different dates are asked for millions of times: reading each text once is several times faster. */
function remember<K, T>(read: (text: K) => T): (text: K) => T {
  const known = new Map<K, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size < 10_000) known.set(text, value);
    return value;
  };
}

/** Months as `YYYY-MM`, counted as year · 12 + month − 1 where one must step. */
export const monthIndex = remember(
  (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1,
);

export const monthOfIndex = remember((index: number): string => {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
});

export function addMonths(month: string, months: number): string {
  return monthOfIndex(monthIndex(month) + months);
}

/** Last day of a month, `YYYY-MM-DD`. */
export const lastDayOf = remember((month: string) => {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
  return day.toISOString().slice(0, 10);
});

/** Days from 1970-01-01 to an ISO date. */
export const dayNumber = remember(
  (date: string) =>
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000,
);

export function daysInYear(year: number): number {
  return dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`);
}
