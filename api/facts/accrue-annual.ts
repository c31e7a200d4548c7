import type { Cents, Month } from '../../lib/engine/types.ts';
import { mulDivHalfEven } from '../../lib/util/half-even.ts';
import { largestRemainder } from '../../lib/util/largest-remainder.ts';

/** One account's revenue of a month, and what was booked in it of the kinds that belong to a whole year. */
export interface AnnualMonth {
  month: Month;
  gross: Cents;
  annual: Cents;
}

/** What the year before gave of its revenue: expected of a year that is still open. */
type Expected = { annual: Cents; gross: Cents } | null;

/**
 * What accrual moves in each month, in cents to add to its deductions (domain §15, "annual bonus booked in
 * December"). A December booking is borne by the months of its year in proportion to their revenue, to the cent by
 * largest remainder, so the sum of the year stays. A year whose December lies after `asOf` is accrued by the share
 * of revenue that the year before gave; December's booking takes the place of it. Without revenue it stays booked.
 */
export function accrueAnnual(months: readonly AnnualMonth[], asOf: Month): ReadonlyMap<Month, Cents> {
  const moved = new Map<Month, Cents>();
  const add = (month: Month, cents: Cents) => void moved.set(month, (moved.get(month) ?? 0) + cents);
  let expected: Expected = null;
  for (const [year, ofYear] of [...byYear(months)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const december = `${year}-12`;
    const earning = ofYear.filter(({ gross }) => gross > 0);
    if (december > asOf) {
      for (const { month, gross } of expected ? earning : []) {
        if (expected && month <= asOf) add(month, mulDivHalfEven(gross, expected.annual, expected.gross));
      }
      break;
    }
    const gross = earning.reduce((sum, month) => sum + month.gross, 0);
    const booked = ofYear.find(({ month }) => month === december)?.annual ?? 0;
    if (booked !== 0 && gross > 0) {
      const parts = largestRemainder(
        Math.abs(booked),
        earning.map((month) => month.gross),
        earning.map(({ month }) => month),
      );
      for (const [i, { month }] of earning.entries()) add(month, Math.sign(booked) * parts[i]!);
      add(december, -booked);
    }
    expected = booked > 0 && gross > 0 ? { annual: booked, gross } : null;
  }
  return moved;
}

function byYear(months: readonly AnnualMonth[]): Map<string, AnnualMonth[]> {
  const years = new Map<string, AnnualMonth[]>();
  for (const month of months) {
    const year = month.month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return years;
}
