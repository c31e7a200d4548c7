import type { TierReason } from './decision-reasons.ts';
import { tierIndex } from './level.ts';
import type { TierVerdict } from './tier.ts';
import type { Month, Override, Policy, YieldClass } from './types.ts';

/** What the evaluation before left behind; null at the first. */
export interface TierBefore {
  tier: string;
  yieldClass: YieldClass;
}

export interface TierContext {
  provisional: boolean;
  caseActive: boolean;
  multiplier: boolean;
}

export interface SettledTier {
  tier: string;
  held: TierReason['held'];
}

/**
 * Keeps a tier from moving too fast (domain §6.3, §6.4): the passive tier needs N in two evaluations in a row,
 * no case, no multiplier and an account that is not new; and an account falls at most `stepsDownMax` steps.
 * Better tiers come at once.
 */
export function settleTier(
  policy: Policy,
  verdict: TierVerdict,
  before: TierBefore | null,
  context: TierContext,
): SettledTier {
  let index = tierIndex(policy, verdict.tier);
  let held = verdict.reason.held;
  const passive = policy.tierRule.kind === 'ladder' ? policy.tierRule.passiveTier : null;
  if (verdict.tier === passive && verdict.reason.rule === 'ladder' && index > 0) {
    const twice = before?.yieldClass === 'N' && verdict.yieldClass === 'N';
    if (!twice || context.provisional || context.caseActive || context.multiplier) {
      index -= 1;
      held = 'second-evaluation';
    }
  }
  if (before) {
    const lowest = tierIndex(policy, before.tier) + policy.stepsDownMax;
    if (index > lowest) {
      index = lowest;
      held = 'one-step-down';
    }
  }
  return { tier: policy.tiers[index]!.id, held };
}

/** The override that holds in a month, the latest if several; null without. */
export function overrideAt(overrides: readonly Override[] | undefined, month: Month): Override | null {
  if (overrides === undefined || overrides.length === 0) return null;
  return overrides.findLast(({ from, until }) => from <= month && month <= until) ?? null;
}
