import type { Activity } from './activities.ts';
import { STANDARD_MINUTES } from './activities.ts';
import { type Calendar, MONTHS } from './calendar.ts';
import type { RateOf } from './money-lines.ts';
import { createRandom } from './random.ts';
import type { Currency } from './sample-account.ts';

/** Ten-thousandths of a euro at the start of the figures. */
const START: Record<Exclude<Currency, 'EUR'>, number> = { USD: 9_120, CHF: 10_480 };

/** Monthly exchange rates: a slow walk around the start value. */
export function createExchangeRates(seed: string): RateOf {
  const walks = Object.entries(START).map(([currency, start]): [string, number[]] => {
    const random = createRandom(`${seed}:rate:${currency}`);
    const walk = [start];
    for (let month = 1; month <= MONTHS; month++) {
      walk.push(walk[month - 1]! + random.int(-90, 90) + Math.trunc((start - walk[month - 1]!) / 6));
    }
    return [currency, walk];
  });
  const byCurrency = new Map(walks);
  return (month, currency) => byCurrency.get(currency)?.[month] ?? 10_000;
}

/**
 * Practical minutes a month of each pool: in each year 3 % more than was logged, since hardly anybody logs
 * everything. Field 90 €/h and inside 45 €/h in the last year, somewhat less before.
 */
export function createCapacityRates(
  calendar: Calendar,
  activities: readonly Activity[],
): { pool: string; validFrom: string; rate: string; practicalMinutes: number }[] {
  const lastYear = `${calendar.month(12)}-01`;
  const thisMonth = `${calendar.month(MONTHS)}-01`;
  const logged = { field: [0, 0], inside: [0, 0] };
  for (const one of activities) {
    if (one.occurredOn >= thisMonth) continue;
    const pool = one.type === 'visit' ? 'field' : 'inside';
    logged[pool][one.occurredOn >= lastYear ? 1 : 0]! += one.minutes ?? STANDARD_MINUTES[one.type];
  }
  const practical = (minutes: number): number => Math.ceil((minutes * 1.03) / 12);
  return [
    { pool: 'field', validFrom: `${calendar.month(0)}-01`, rate: '87.00', year: 0 },
    { pool: 'inside', validFrom: `${calendar.month(0)}-01`, rate: '43.50', year: 0 },
    { pool: 'field', validFrom: lastYear, rate: '90.00', year: 1 },
    { pool: 'inside', validFrom: lastYear, rate: '45.00', year: 1 },
  ].map(({ year, ...row }) => ({
    ...row,
    practicalMinutes: practical(logged[row.pool as 'field' | 'inside'][year]!),
  }));
}
