import { mulDivHalfEven } from '../util/half-even.ts';
import { compareRatio } from '../util/ratio.ts';
import { fittingLevel, fundableLimit, levelCost, levelIndex } from './level.ts';
import { policyTables } from './policy-tables.ts';
import type { Cents, Fraction, Policy } from './types.ts';

export interface Prospect {
  expectedNet: Cents;
  /** DB II per net revenue; may be negative through `n`. */
  margin: Fraction;
  wantedLevel: string;
  /** An approved development case for this prospect. */
  caseApproved: boolean;
}

export type GateDecision =
  | 'ACCEPT'
  | 'ACCEPT_WITH_PACKAGE'
  | 'ACCEPT_AT_BLACK_ZERO'
  | 'ACCEPT_AS_INVESTMENT'
  | 'DECLINE_OR_SELF_SERVICE';

export interface GateAnswer {
  decision: GateDecision;
  /** Level offered; null where declined. */
  level: string | null;
  db2: Cents;
  fundableLimit: Cents;
}

/** Decides before the customer is won (domain §7.4): rules in order, the first that holds. */
export function prospectGate(policy: Policy, prospect: Prospect): GateAnswer {
  const { wantedLevel: wanted } = prospect;
  const db2 = mulDivHalfEven(prospect.expectedNet, prospect.margin.n, prospect.margin.d);
  const common = { db2, fundableLimit: fundableLimit(policy, db2) };
  const fitting = fittingLevel(policy, db2);
  if (fitting !== null && levelIndex(policy, fitting) >= levelIndex(policy, wanted)) {
    return { ...common, decision: 'ACCEPT', level: wanted };
  }
  if (fitting !== null) return { ...common, decision: 'ACCEPT_WITH_PACKAGE', level: fitting };
  const lowest = policy.levels[0]!.id;
  if (levelCost(policy, lowest) <= db2) {
    return { ...common, decision: 'ACCEPT_AT_BLACK_ZERO', level: lowest };
  }
  if (prospect.caseApproved) return { ...common, decision: 'ACCEPT_AS_INVESTMENT', level: wanted };
  return { ...common, decision: 'DECLINE_OR_SELF_SERVICE', level: null };
}

export interface MinimumRevenue {
  level: string;
  packageCost: Cents;
  /** Net revenue at which the level is paid within φ, and at which it just breaks even; null: no revenue is enough. */
  withinShare: Cents | null;
  atBlackZero: Cents | null;
}

/** K_k / (φ · m) per level, rounded up to the cent that suffices (domain §7.4). */
export function minimumRevenues(policy: Policy, margin: Fraction): MinimumRevenue[] {
  const { n, d } = policy.careShareMax;
  return policy.levels.map(({ id }, i) => {
    const packageCost = policyTables(policy).levelCosts[i]!;
    return {
      level: id,
      packageCost,
      withinShare: revenueFor(packageCost, { n: margin.n * n, d: margin.d * d }),
      atBlackZero: revenueFor(packageCost, margin),
    };
  });
}

/** Smallest revenue r with r · share ≥ cost. */
function revenueFor(cost: Cents, share: Fraction): Cents | null {
  if (share.n <= 0) return null;
  const least = Number((BigInt(cost) * BigInt(share.d) + BigInt(share.n) - 1n) / BigInt(share.n));
  return compareRatio(least, share.d, cost, share.n) >= 0 ? least : null;
}
