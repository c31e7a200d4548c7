import { standardCare } from './cost-to-serve.ts';
import { levelCost } from './level.ts';
import type { MixedPlanWeights } from './mixed-plan.ts';
import type { Cents, Policy } from './types.ts';

/** What the advisor takes from a policy (domain §12.1): small enough to travel with an account's figures. */
export interface AdvisorTerms {
  /** Standard cost of one visit, of the video call that may replace it, and of one call. */
  costs: { visit: Cents; video: Cents; call: Cents };
  /** Standard cost of a year per level, lowest level first. */
  packages: readonly { level: string; cost: Cents }[];
  weights: MixedPlanWeights;
}

/** @throws RangeError where the policy's levers name an unknown activity type */
export function advisorTerms(policy: Policy): AdvisorTerms {
  const { visit, video, call, ...weights } = policy.advisor;
  const cost = (type: string): Cents => standardCare(policy, type, 1).cents;
  return {
    costs: { visit: cost(visit), video: cost(video), call: cost(call) },
    packages: policy.levels.map(({ id }) => ({ level: id, cost: levelCost(policy, id) })),
    weights,
  };
}

/** @throws RangeError for a level the terms do not know */
export function packageCostOf(terms: AdvisorTerms, level: string): Cents {
  const found = terms.packages.find((candidate) => candidate.level === level);
  if (found) return found.cost;
  throw new RangeError(`level "${level}" has no package in the advisor's terms`);
}
