import type { TierReason } from './decision-reasons.ts';
import { tierIndex } from './level.ts';
import type { Cents, ExplicitRule, Month, Policy, YieldClass } from './types.ts';
import { classCeiling, classFloor, heldFloor, yieldClassOf } from './yield-class.ts';

/** The axes of domain §6.1 at one evaluation. */
export interface TierFacts {
  /** DB II, annualised where the history is short (domain §4). */
  yield: Cents;
  annualised: boolean;
  /** Season it was annualised by; absent or null: equal months. */
  season?: string | null;
  /** Month whose exchange rates made the yield another one than booked (domain §4). */
  ratesOf?: Month | null;
  potential: Cents;
  multiplier: boolean;
  /** Yield class of the evaluation before; null for none. */
  previousClass: YieldClass | null;
}

export interface TierVerdict {
  tier: string;
  yieldClass: YieldClass;
  reason: TierReason;
}

/** Tier by rule: first matching explicit rule, else ladder or matrix (domain §6.2). */
export function tierByRule(policy: Policy, facts: TierFacts): TierVerdict {
  const fresh = yieldClassOf(policy, facts.yield);
  const yieldClass = yieldClassOf(policy, facts.yield, facts.previousClass);
  const reason: TierReason = {
    rule: policy.tierRule.kind,
    ruleId: null,
    yieldClass,
    yield: facts.yield,
    annualised: facts.annualised,
    ...(facts.season ? { season: facts.season } : {}),
    ...(facts.ratesOf ? { ratesOf: facts.ratesOf } : {}),
    atLeast: fresh === yieldClass ? classFloor(policy, yieldClass) : heldFloor(policy, yieldClass),
    below: classCeiling(policy, yieldClass),
    lift: 'none',
    held: fresh === yieldClass ? 'none' : 'hysteresis',
  };
  const explicit = policy.explicitRules.find((rule) => matches(rule, facts));
  if (explicit) {
    return { tier: explicit.tier, yieldClass, reason: { ...reason, rule: 'explicit', ruleId: explicit.id } };
  }
  if (policy.tierRule.kind === 'matrix') {
    const { highHigh, highLow, lowLow, lowHigh } = policy.tierRule;
    const promising = facts.potential >= policy.potentialHigh;
    const strong = yieldClass === 'H' || yieldClass === 'M';
    const tier = strong ? (promising ? highHigh : highLow) : promising ? lowHigh : lowLow;
    return { tier, yieldClass, reason };
  }
  const base = tierIndex(policy, policy.tierRule.base[yieldClass]);
  const lift = liftOf(policy, facts);
  const index = lift === 'none' ? base : Math.max(0, base - 1);
  if (index !== base) reason.lift = lift;
  return { tier: policy.tiers[index]!.id, yieldClass, reason };
}

/** One reason is enough and lifts never add. */
function liftOf(policy: Policy, facts: TierFacts): TierReason['lift'] {
  if (facts.potential >= policy.potentialHigh) return 'potential';
  return facts.multiplier ? 'multiplier' : 'none';
}

function matches(rule: ExplicitRule, facts: TierFacts): boolean {
  return (
    (rule.yieldAtLeast === undefined || facts.yield >= rule.yieldAtLeast) &&
    (rule.yieldBelow === undefined || facts.yield < rule.yieldBelow) &&
    (rule.potentialAtLeast === undefined || facts.potential >= rule.potentialAtLeast) &&
    (rule.potentialBelow === undefined || facts.potential < rule.potentialBelow) &&
    (rule.multiplier === undefined || facts.multiplier === rule.multiplier)
  );
}
