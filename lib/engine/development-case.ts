import { divHalfEven } from '../util/half-even.ts';
import type { Cents, Fraction } from './types.ts';

export interface CasePlan {
  /** Planned DB III per period, not cumulated. */
  flows: readonly Cents[];
  /** Probability that a planned gain comes true; losses are certain. */
  successProbability: Fraction;
  /** Discount rate per period. */
  discountRate: Fraction;
}

export interface CaseAppraisal {
  /** Discounted and cumulated after each period, half-even cents of the exact sum. */
  cumulated: readonly Cents[];
  approve: boolean;
}

/** Σ_t DB3_t · (p if > 0 else 1) / (1+i)^t ≥ 0, exact until the last rounding (domain §12.2). */
export function appraiseCase({ flows, successProbability: p, discountRate: i }: CasePlan): CaseAppraisal {
  const grow = BigInt(i.n + i.d);
  const base = BigInt(i.d);
  const chance = { n: BigInt(p.n), d: BigInt(p.d) };
  let sum = 0n;
  let scale = chance.d;
  let discount = 1n;
  const cumulated = flows.map((flow) => {
    // Everything so far over one denominator: scale = p.d · (1+i)^t in units of i.d.
    sum *= grow;
    scale *= grow;
    discount *= base;
    sum += BigInt(flow) * discount * (flow > 0 ? chance.n : chance.d);
    return Number(divHalfEven(sum, scale));
  });
  return { cumulated, approve: sum >= 0n };
}
