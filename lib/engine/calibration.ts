import { compareRatio } from '../util/ratio.ts';
import type { Cents, Fraction } from './types.ts';

export interface ProposedThresholds {
  high: Cents;
  medium: Cents;
}

/**
 * Proposes yield thresholds from a Pareto cut (domain §6.1): ranked on max(0, yield), the accounts that make the
 * first 80 % (95 %) of the sum; the one that crosses the line belongs to the upper class, ties share the better
 * class. A calibration aid only: once taken, thresholds are absolute. Null where nobody has a positive yield.
 */
export function proposeThresholds(
  yields: readonly Cents[],
  highCut: Fraction = { n: 4, d: 5 },
  mediumCut: Fraction = { n: 19, d: 20 },
): ProposedThresholds | null {
  const ranked = yields.filter((amount) => amount > 0).sort((a, b) => b - a);
  const total = ranked.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const crossing = (cut: Fraction): Cents => {
    let cumulated = 0;
    for (const amount of ranked) {
      cumulated += amount;
      if (compareRatio(cumulated, total, cut.n, cut.d) >= 0) return amount;
    }
    return ranked.at(-1)!;
  };
  return { high: crossing(highCut), medium: crossing(mediumCut) };
}
