import { mulDivFloor } from '../util/half-even.ts';
import type { AdvisorPolicy } from './advisor-policy.ts';
import type { Cents } from './types.ts';

/** Pain of each lever and the highest price rise. */
export type MixedPlanWeights = Omit<AdvisorPolicy, 'visit' | 'video' | 'call'>;

export interface MixedPlanInput {
  gap: Cents;
  db3: Cents;
  /** Net revenue a price rise works on; 0: price is no lever. */
  priced: Cents;
  visits: number;
  calls: number;
  visit: Cents;
  video: Cents;
  call: Cents;
}

export interface MixedPlan {
  shiftVisits: number;
  dropVisits: number;
  deflectCalls: number;
  pricePercent: string;
  pain: number;
  resultDb3: Cents;
}

/**
 * The least painful combination that reaches the target (domain §12.1). For every number of shifted and dropped
 * visits and every step of price the fewest deflected calls follow, so calls need not be enumerated.
 * Ties: fewer levers, lower price, fewer drops, fewer shifts, fewer deflections.
 */
export function mixedPlan(weights: MixedPlanWeights, input: MixedPlanInput): MixedPlan | null {
  let best: number[] | null = null;
  const steps = input.priced > 0 ? weights.priceMaxHalfPercent : 0;
  for (let shift = 0; shift <= input.visits; shift++) {
    for (let drop = 0; drop <= input.visits - shift; drop++) {
      for (let price = 0; price <= steps; price++) {
        const open = input.gap - gainOf(input, shift, drop, price);
        const deflect = open <= 0 ? 0 : Math.ceil(open / input.call);
        if (deflect > input.calls) continue;
        const candidate = rank(weights, shift, drop, deflect, price);
        if (best === null || isBefore(candidate, best)) best = candidate;
        if (open <= 0) break;
      }
    }
  }
  if (best === null) return null;
  const [pain = 0, , price = 0, drop = 0, shift = 0, deflect = 0] = best;
  return {
    shiftVisits: shift,
    dropVisits: drop,
    deflectCalls: deflect,
    pricePercent: String(price / 2),
    pain: pain / 2,
    resultDb3: input.db3 + gainOf(input, shift, drop, price) + deflect * input.call,
  };
}

function gainOf(input: MixedPlanInput, shift: number, drop: number, price: number): Cents {
  const care = shift * (input.visit - input.video) + drop * input.visit;
  return care + mulDivFloor(input.priced, price, 200);
}

/** Pain in halves, then the order of ties. */
function rank(
  weights: MixedPlanWeights,
  shift: number,
  drop: number,
  deflect: number,
  price: number,
): number[] {
  const whole = weights.shiftPain * shift + weights.dropPain * drop + weights.deflectPain * deflect;
  const pain = 2 * whole + weights.pricePain * price;
  const levers = [shift, drop, deflect, price].filter((amount) => amount > 0).length;
  return [pain, levers, price, drop, shift, deflect];
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]!;
  return false;
}
