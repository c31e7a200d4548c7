import { mulDivFloor } from '../util/half-even.ts';
import { compareRatio } from '../util/ratio.ts';
import { policyTables } from './policy-tables.ts';
import type { Cents, Policy } from './types.ts';

/** @throws RangeError for a level that the policy does not know. */
export function levelIndex(policy: Policy, id: string): number {
  const index = policyTables(policy).levelIndex.get(id);
  if (index === undefined) {
    throw new RangeError(`level "${id}" is not in policy ${policy.version}; known: ${idsOf(policy.levels)}`);
  }
  return index;
}

/** K_k: standard cost of a level (domain §7.1). */
export function levelCost(policy: Policy, id: string): Cents {
  return policyTables(policy).levelCosts[levelIndex(policy, id)]!;
}

/** Place of a tier, best first. */
export function tierIndex(policy: Policy, id: string): number {
  const index = policyTables(policy).tierIndex.get(id);
  if (index === undefined) {
    throw new RangeError(`tier "${id}" is not in policy ${policy.version}; known: ${idsOf(policy.tiers)}`);
  }
  return index;
}

/** Highest level a tier may get. */
export function capOf(policy: Policy, tier: string): string {
  return policy.tiers[tierIndex(policy, tier)]!.cap;
}

/** floor(φ · max(0, DB II)) for display; the comparison in `fundableLevel` is exact (domain §7.2). */
export function fundableLimit(policy: Policy, db2: Cents): Cents {
  return mulDivFloor(Math.max(0, db2), policy.careShareMax.n, policy.careShareMax.d);
}

/** Highest level with K_k ≤ φ · max(0, DB II); the lowest level where none fits (domain §7.2). */
export function fundableLevel(policy: Policy, db2: Cents): string {
  return fittingLevel(policy, db2) ?? policy.levels[0]!.id;
}

/** The same, but null where none fits. */
export function fittingLevel(policy: Policy, db2: Cents): string | null {
  const { n, d } = policy.careShareMax;
  const basis = Math.max(0, db2);
  const costs = policyTables(policy).levelCosts;
  for (let i = costs.length - 1; i >= 0; i--) {
    // K ≤ φ · basis, as K / n ≤ basis / d: no rounding in between.
    if (compareRatio(costs[i]!, n, basis, d) <= 0) return policy.levels[i]!.id;
  }
  return null;
}

export interface SuggestionFacts {
  tier: string;
  fundable: string;
  provisional: boolean;
  /** Level granted by an active case, the lift being the investment; null without. */
  caseLevel: string | null;
}

/** min(fundable, cap of the tier); NEW accounts get the onboarding level; a case may lift (domain §7.2). */
export function suggestedLevel(policy: Policy, facts: SuggestionFacts): string {
  const base = facts.provisional
    ? policy.onboardingLevel
    : lowerLevel(policy, facts.fundable, capOf(policy, facts.tier));
  if (facts.caseLevel === null) return base;
  return levelIndex(policy, facts.caseLevel) > levelIndex(policy, base) ? facts.caseLevel : base;
}

function lowerLevel(policy: Policy, a: string, b: string): string {
  return levelIndex(policy, a) <= levelIndex(policy, b) ? a : b;
}

function idsOf(entries: readonly { id: string }[]): string {
  return entries.map(({ id }) => id).join(', ');
}
