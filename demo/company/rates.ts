import type { Activity } from './activities.ts';
import { STANDARD_MINUTES } from './activities.ts';
import { type Calendar, MONTHS, QUARTERS } from './calendar.ts';
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
 * Rates and practical minutes of each pool and quarter: 3 % more than was logged, since hardly anybody logs
 * everything. Field 90 €/h and inside 45 €/h in the last year, somewhat less before.
 */
export function createCapacityRates(
  calendar: Calendar,
  activities: readonly Activity[],
): { pool: string; validFrom: string; rate: string; practicalMinutes: number }[] {
  const starts = Array.from({ length: QUARTERS }, (_, quarter) => `${calendar.month(quarter * 3)}-01`);
  const end = `${calendar.month(MONTHS)}-01`;
  const logged = { field: starts.map(() => 0), inside: starts.map(() => 0) };
  for (const one of activities) {
    if (one.occurredOn >= end) continue;
    const pool = one.type === 'visit' ? 'field' : 'inside';
    const quarter = starts.findLastIndex((start) => one.occurredOn >= start);
    logged[pool][quarter]! += one.minutes ?? STANDARD_MINUTES[one.type];
  }
  return (['field', 'inside'] as const).flatMap((pool) =>
    starts.map((validFrom, quarter) => ({
      pool,
      validFrom,
      rate: RATES[pool][quarter < QUARTERS / 2 ? 0 : 1]!,
      practicalMinutes: Math.ceil((logged[pool][quarter]! * 1.03) / 3),
    })),
  );
}

/** Euros per hour in the first and in the second year. */
const RATES = { field: ['87.00', '90.00'], inside: ['43.50', '45.00'] } as const;
