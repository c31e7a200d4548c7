import { mulDivFloor, mulDivHalfEven } from '../util/half-even.ts';
import { percentText, ratioText } from '../util/ratio.ts';
import { type AdvisorTerms, advisorTerms, packageCostOf } from './advisor-terms.ts';
import { type MixedPlan, mixedPlan } from './mixed-plan.ts';
import type { Cents, Fraction, Policy } from './types.ts';

/** What the advisor must know of an account; counts of the window. */
export interface AdvisorInput {
  net: Cents;
  db2: Cents;
  db3: Cents;
  visits: number;
  calls: number;
  suggestedLevel: string;
  /** Share of revenue that varies with it (commission, cash discount), v < 1. */
  revenueVariable?: Fraction;
  /** DB III to reach; the black zero unless told. */
  target?: Cents;
}

/** One lever pulled alone: the smallest whole number that reaches the target. */
export interface CountLever {
  saving: Cents;
  needed: number;
  /** How many there are to move. */
  of: number;
  feasible: boolean;
  /** DB III after the needed number; after all there are where that does not suffice. */
  resultDb3: Cents;
}

export interface PriceLever {
  exactPercent: string;
  /** Rounded up to half a per cent, at constant volume. */
  roundedUpPercent: string;
  resultDb3: Cents;
}

export interface Advice {
  gap: Cents;
  /** The loss arises before care: care levers cannot cure it (domain §15). */
  marginLoss: boolean;
  /** Null where net revenue is not positive. */
  price: PriceLever | null;
  visits: CountLever;
  visitToVideo: CountLever;
  calls: CountLever;
  /** `extraNet` is null where each extra euro deepens the loss, or there is no margin to go by. */
  volume: { margin: string; extraNet: Cents | null };
  feePerMonth: Cents;
  repackage: { level: string; packageCost: Cents; resultDb3: Cents; reachesTarget: boolean };
  /** Null where even all levers together do not reach the target. */
  mixed: MixedPlan | null;
}

/** Ways to the black zero (domain §12.1); null at or above the target. */
export function advise(policy: Policy, input: AdvisorInput): Advice | null {
  const terms = advisorTerms(policy);
  const levers = adviseLevers(terms, input);
  return levers && { ...levers, mixed: adviseMix(terms, input) };
}

/** Each lever alone; null at or above the target. */
export function adviseLevers(terms: AdvisorTerms, input: AdvisorInput): Omit<Advice, 'mixed'> | null {
  const { costs } = terms;
  const target = input.target ?? 0;
  const gap = target - input.db3;
  if (gap <= 0) return null;
  const packageCost = packageCostOf(terms, input.suggestedLevel);
  const repackaged = input.db2 - packageCost;
  return {
    gap,
    marginLoss: input.db2 < 0,
    price: priceLever(input, gap),
    visits: countLever(input.db3, gap, costs.visit, input.visits),
    visitToVideo: countLever(input.db3, gap, costs.visit - costs.video, input.visits),
    calls: countLever(input.db3, gap, costs.call, input.calls),
    volume: {
      margin: ratioText(input.db2, input.net, 6) ?? '0.000000',
      extraNet: input.net > 0 && input.db2 > 0 ? mulDivHalfEven(gap, input.net, input.db2) : null,
    },
    feePerMonth: Math.ceil(gap / 12),
    repackage: {
      level: input.suggestedLevel,
      packageCost,
      resultDb3: repackaged,
      reachesTarget: repackaged >= target,
    },
  };
}

/** The least painful mixed plan; null at or above the target and where all levers together do not reach it. */
export function adviseMix(terms: AdvisorTerms, input: AdvisorInput): MixedPlan | null {
  const gap = (input.target ?? 0) - input.db3;
  if (gap <= 0) return null;
  return mixedPlan(terms.weights, {
    gap,
    db3: input.db3,
    priced: pricedNet(input),
    visits: input.visits,
    calls: input.calls,
    ...terms.costs,
  });
}

/** Any lever of the shape "n fewer of these saves n times that": visits, calls, orders, … */
export function countLever(db3: Cents, gap: Cents, saving: Cents, of: number): CountLever {
  const needed = saving > 0 ? Math.ceil(gap / saving) : Number.POSITIVE_INFINITY;
  const moved = Math.min(needed, of);
  return { saving, needed, of, feasible: needed <= of, resultDb3: db3 + moved * saving };
}

/** Net revenue that a price rise works on: NET · (1 − v), floored; nothing where it is not positive. */
export function pricedNet({ net, revenueVariable = { n: 0, d: 1 } }: AdvisorInput): Cents {
  return net <= 0 ? 0 : mulDivFloor(net, revenueVariable.d - revenueVariable.n, revenueVariable.d);
}

function priceLever(input: AdvisorInput, gap: Cents): PriceLever | null {
  const priced = pricedNet(input);
  if (priced <= 0) return null;
  const halfPercents = Number((BigInt(gap) * 200n + BigInt(priced) - 1n) / BigInt(priced));
  return {
    exactPercent: percentText(gap, priced, 4) as string,
    roundedUpPercent: String(halfPercents / 2),
    resultDb3: input.db3 + mulDivFloor(priced, halfPercents, 200),
  };
}
