import { monthIndex, monthOfIndex } from '../util/month.ts';
import type { AccountInput, Cents, Minutes, Month } from './types.ts';

/** Sums of the booked facts of one span of months. */
export interface Span {
  gross: Cents;
  deductions: Cents;
  cogs: Cents;
  direct: Cents;
  cts: Cents;
  /** What DB II would be more at constant exchange rates (domain §4). */
  fx: Cents;
  /** Care per pool. */
  minutes: Record<string, Minutes>;
  cents: Record<string, Cents>;
  /** Whether any activity, or any money, was booked at all. */
  hasCare: boolean;
  hasMoney: boolean;
}

export function emptySpan(): Span {
  return {
    gross: 0,
    deductions: 0,
    cogs: 0,
    direct: 0,
    cts: 0,
    fx: 0,
    minutes: {},
    cents: {},
    hasCare: false,
    hasMoney: false,
  };
}

/**
 * Facts by quarter, the latest first: quarter 0 ends with `asOf`, quarter 1 three months earlier, … Quarters are
 * counted back from the as-of month, so that evaluations three months apart see the same quarters. Facts after
 * `asOf` are left out. Reaches back to the first fact or the start of the case, at least one quarter.
 */
export function quartersOf(account: AccountInput, asOf: Month): Span[] {
  const end = monthIndex(asOf);
  const { months } = account;
  let begin = months.length > 0 ? Math.min(end, monthIndex(months[0]!.month)) : end;
  if (account.case) begin = Math.min(begin, monthIndex(account.case.start));
  const quarters: Span[] = [];
  for (let at = end; at >= begin; at -= 3) quarters.push(emptySpan());
  for (let i = 0; i < months.length; i++) {
    const facts = months[i]!;
    const back = end - monthIndex(facts.month);
    if (back < 0) continue;
    const quarter = quarters[Math.floor(back / 3)]!;
    quarter.gross += facts.gross;
    quarter.deductions += facts.deductions;
    quarter.cogs += facts.cogs;
    quarter.direct += facts.direct;
    if (facts.fx !== undefined) quarter.fx += facts.fx;
    if (facts.gross !== 0 || facts.deductions !== 0 || facts.cogs !== 0 || facts.direct !== 0) {
      quarter.hasMoney = true;
    }
    const { care } = facts;
    for (let j = 0; j < care.length; j++) {
      const { pool, minutes, cents } = care[j]!;
      quarter.hasCare = true;
      quarter.cts += cents;
      quarter.minutes[pool] = (quarter.minutes[pool] ?? 0) + minutes;
      quarter.cents[pool] = (quarter.cents[pool] ?? 0) + cents;
    }
  }
  return quarters;
}

/** The twelve months that end with quarter `k`; quarters before the first fact are empty. */
export function windowOf(quarters: readonly Span[], k: number): Span {
  if (quarters.length - k === 1) return quarters[k]!;
  const sum = emptySpan();
  for (let i = k; i < Math.min(k + 4, quarters.length); i++) addSpan(sum, quarters[i]!);
  return sum;
}

/** Last month of quarter `k`. */
export function quarterEnd(asOf: Month, k: number): Month {
  return monthOfIndex(monthIndex(asOf) - 3 * k);
}

function addSpan(sum: Span, span: Span): void {
  sum.gross += span.gross;
  sum.deductions += span.deductions;
  sum.cogs += span.cogs;
  sum.direct += span.direct;
  sum.cts += span.cts;
  sum.fx += span.fx;
  sum.hasCare ||= span.hasCare;
  sum.hasMoney ||= span.hasMoney;
  for (const pool in span.minutes) {
    sum.minutes[pool] = (sum.minutes[pool] ?? 0) + span.minutes[pool]!;
    sum.cents[pool] = (sum.cents[pool] ?? 0) + span.cents[pool]!;
  }
}
