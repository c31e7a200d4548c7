import { mulDivHalfEven } from '../util/half-even.ts';
import { monthIndex } from '../util/month.ts';
import type { Cents, Month, Policy } from './types.ts';

/** Shorter histories are not read as a year at all (domain §4). */
const FEWEST_MONTHS = 6;

export interface Yearly {
  cents: Cents;
  annualised: boolean;
  /** Season whose weights it was read by; null for equal months. */
  season: string | null;
}

/**
 * A margin of the last `history` months read as a year: by the weights of the account's season, else as
 * amount · 12 / months (domain §4). Weights that give these months nothing say nothing about the year.
 */
export function annualise(
  { seasons = {} }: Pick<Policy, 'seasons'>,
  season: string | undefined,
  { cents, month, history }: { cents: Cents; month: Month; history: number },
): Yearly {
  if (history < FEWEST_MONTHS || history >= 12) return { cents, annualised: false, season: null };
  const weights = season === undefined ? undefined : seasons[season];
  if (season !== undefined && weights !== undefined) {
    const last = monthIndex(month);
    let seen = 0;
    for (let back = 0; back < history; back++) seen += weights[(last - back) % 12]!;
    const year = weights.reduce((sum, weight) => sum + weight, 0);
    if (seen > 0) return { cents: mulDivHalfEven(cents, year, seen), annualised: true, season };
  }
  return { cents: mulDivHalfEven(cents, 12, history), annualised: true, season: null };
}
