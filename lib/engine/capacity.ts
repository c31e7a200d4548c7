import { mulDivHalfEven } from '../util/half-even.ts';
import { costOfMinutes } from './cost-to-serve.ts';
import type { Cents, Fraction, Minutes } from './types.ts';

/** Practical minutes a year: theoretical hours × practical factor (domain §5.1). */
export function practicalMinutes(theoreticalHours: number, factor: Fraction): Minutes {
  return mulDivHalfEven(theoreticalHours * 60, factor.n, factor.d);
}

/**
 * Cents per practical hour of the supplied capacity, half to even (domain §5.1).
 * @throws RangeError for a pool without practical time: there is no default rate.
 */
export function capacityRate(costSupplied: Cents, practical: Minutes): Cents {
  if (practical <= 0) throw new RangeError('a pool without practical time has no rate; give its hours');
  return mulDivHalfEven(costSupplied, 60, practical);
}

export interface CapacityUse {
  /** Cost of the supplied capacity that no care has used; never charged to accounts. */
  unusedCost: Cents;
  /** More minutes were used than are practical. */
  overtime: boolean;
}

/** What of a pool's capacity was not used (domain §5.1). */
export function capacityUse(costSupplied: Cents, practical: Minutes, used: Minutes): CapacityUse {
  const rate = capacityRate(costSupplied, practical);
  return { unusedCost: costSupplied - costOfMinutes(used, rate), overtime: used > practical };
}
