/** Months of the sample: index 0 is the oldest of 24 closed months, 23 the last closed one, 24 today's. */
export interface Calendar {
  today: string;
  /** `YYYY-MM` of a month index; negative ones lie before the figures. */
  month(index: number): string;
  /** Working days of a month up to today, `YYYY-MM-DD`; at least one unless the month lies ahead. */
  workingDays(index: number): readonly string[];
  /** Share of today's month that has passed, 0 to 1. */
  elapsed: number;
}

/** Closed months of figures, and quarters counted back from the last closed one. */
export const MONTHS = 24;
export const QUARTERS = MONTHS / 3;

/** `today` is `YYYY-MM-DD`. */
export function createCalendar(today: string): Calendar {
  const year = Number(today.slice(0, 4));
  const monthOfYear = Number(today.slice(5, 7)) - 1;
  const first = (index: number): Date => new Date(Date.UTC(year, monthOfYear - MONTHS + index, 1));
  const cache = new Map<number, string[]>();
  const workingDays = (index: number): readonly string[] => {
    const known = cache.get(index);
    if (known) return known;
    const days: string[] = [];
    const day = first(index);
    const end = first(index + 1);
    for (; day < end; day.setUTCDate(day.getUTCDate() + 1)) {
      const text = day.toISOString().slice(0, 10);
      if (day.getUTCDay() % 6 !== 0 && text <= today) days.push(text);
    }
    // A month that began on a weekend has no working day yet: its first day then.
    const start = first(index).toISOString().slice(0, 10);
    if (days.length === 0 && start <= today) days.push(start);
    cache.set(index, days);
    return days;
  };
  const daysInMonth = new Date(Date.UTC(year, monthOfYear + 1, 0)).getUTCDate();
  return {
    today,
    month: (index) => first(index).toISOString().slice(0, 7),
    workingDays,
    elapsed: Number(today.slice(8, 10)) / daysInMonth,
  };
}
