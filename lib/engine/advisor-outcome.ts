import { mulDivFloor } from '../util/half-even.ts';
import { type AdvisorInput, pricedNet } from './advisor.ts';
import { type AdvisorTerms, packageCostOf } from './advisor-terms.ts';
import type { MixedPlan } from './mixed-plan.ts';
import type { Cents } from './types.ts';

/** How far each lever is pulled; all zero is the customer as it is. */
export interface AdvisorPlan {
  /** Half per cents on prices, volume unchanged. */
  priceHalfPercent: number;
  shiftVisits: number;
  dropVisits: number;
  deflectCalls: number;
  feePerMonth: Cents;
  /** Package whose standard cost replaces the care of the window; then visits and calls are no levers of their own. */
  level: string | null;
}

export const NO_PLAN: AdvisorPlan = {
  priceHalfPercent: 0,
  shiftVisits: 0,
  dropVisits: 0,
  deflectCalls: 0,
  feePerMonth: 0,
  level: null,
};

export type PlanLever = 'package' | 'shift' | 'drop' | 'calls' | 'price' | 'fee';

export interface AdvisorOutcome {
  db3: Cents;
  /** What each lever adds to DB III; they sum up to the change. */
  effects: Readonly<Record<PlanLever, Cents>>;
  /** Still missing to the target; 0 where it is reached. */
  missing: Cents;
}

/**
 * A plan within what there is: no more visits moved than made, no more calls saved than taken. Care levers cannot cure
 * a loss that arises before care (domain §15).
 */
export function clampPlan(terms: AdvisorTerms, input: AdvisorInput, plan: AdvisorPlan): AdvisorPlan {
  const shift = clamp(plan.shiftVisits, input.visits);
  const beforeCare = input.db2 < 0;
  const level = beforeCare || !terms.packages.some(({ level }) => level === plan.level) ? null : plan.level;
  const careLevers = level === null && !beforeCare;
  return {
    priceHalfPercent: input.net > 0 ? clamp(plan.priceHalfPercent, terms.weights.priceMaxHalfPercent) : 0,
    shiftVisits: careLevers ? shift : 0,
    dropVisits: careLevers ? clamp(plan.dropVisits, input.visits - shift) : 0,
    deflectCalls: careLevers ? clamp(plan.deflectCalls, input.calls) : 0,
    feePerMonth: Math.max(0, plan.feePerMonth),
    level,
  };
}

/** DB III of the window under a plan (domain §12.1), computed and never stored. */
export function outcomeOf(terms: AdvisorTerms, input: AdvisorInput, wanted: AdvisorPlan): AdvisorOutcome {
  const plan = clampPlan(terms, input, wanted);
  const { visit, video, call } = terms.costs;
  const effects = {
    package: plan.level === null ? 0 : input.db2 - packageCostOf(terms, plan.level) - input.db3,
    shift: plan.shiftVisits * (visit - video),
    drop: plan.dropVisits * visit,
    calls: plan.deflectCalls * call,
    price: mulDivFloor(pricedNet(input), plan.priceHalfPercent, 200),
    fee: 12 * plan.feePerMonth,
  };
  const db3 = Object.values(effects).reduce((sum, cents) => sum + cents, input.db3);
  return { db3, effects, missing: Math.max(0, (input.target ?? 0) - db3) };
}

/** The engine's mixed plan as a position of all levers. */
export function planOfMix(mix: MixedPlan): AdvisorPlan {
  return {
    ...NO_PLAN,
    priceHalfPercent: Number(mix.pricePercent) * 2,
    shiftVisits: mix.shiftVisits,
    dropVisits: mix.dropVisits,
    deflectCalls: mix.deflectCalls,
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), Math.max(0, most));
}
