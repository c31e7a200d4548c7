import { tierIndex } from './level.ts';
import { policyTables } from './policy-tables.ts';
import type { Cents, Policy } from './types.ts';

export interface LivedTier {
  /** Level whose package the delivered care would have paid for. */
  level: string;
  tier: string;
  /** Steps between official and lived tier; positive: gets more care than its tier stands for. */
  drift: number;
}

/**
 * The tier that sellers reveal by what they do (domain §1 no. 2): highest level whose standard cost the care of
 * the window reaches, and the lowest tier that may get it.
 */
export function livedTier(policy: Policy, account: { tier: string; cts: Cents }): LivedTier {
  const costs = policyTables(policy).levelCosts;
  const index = Math.max(
    0,
    costs.findLastIndex((cost) => cost <= account.cts),
  );
  const level = policy.levels[index]!.id;
  const capped = policy.tiers.filter(({ cap }) => policyTables(policy).levelIndex.get(cap)! >= index);
  const tier = (capped.at(-1) ?? policy.tiers[0]!).id;
  return { level, tier, drift: tierIndex(policy, account.tier) - tierIndex(policy, tier) };
}
