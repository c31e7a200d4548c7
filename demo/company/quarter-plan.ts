import type { Random } from './random.ts';

export const CARE_TYPES = ['visit', 'call', 'video', 'ticket', 'review'] as const;
export type CareType = (typeof CARE_TYPES)[number];
export type CareCounts = Partial<Record<CareType, number>>;
/** Lowest and highest value of a draw, both included. */
export type Range = readonly [low: number, high: number];

/** Cost of one activity of standard length in cents: 90 €/h in the field, 45 €/h inside. */
export const UNIT_COST: Readonly<Record<CareType, number>> = {
  visit: 27_000,
  call: 1_500,
  video: 3_375,
  ticket: 1_875,
  review: 3_000,
};

/** What happens with one account in one quarter; money in cents. */
export interface QuarterPlan {
  net: number;
  db2: number;
  care: CareCounts;
}

export function careCost(care: CareCounts): number {
  return CARE_TYPES.reduce((sum, type) => sum + (care[type] ?? 0) * UNIT_COST[type], 0);
}

export function drawCare(random: Random, ranges: Partial<Record<CareType, Range>>): CareCounts {
  const care: CareCounts = {};
  for (const type of CARE_TYPES) {
    const range = ranges[type];
    if (range) care[type] = random.int(range[0], range[1]);
  }
  return care;
}

/** A year in four quarters: DB II and care as given to the cent and the activity, net by margin (DB II / net). */
export function planYear(random: Random, db2: number, margin: number, care: CareCounts): QuarterPlan[] {
  const db2Parts = random.split(db2, 4, 0.25);
  const netParts = random.split(Math.trunc(db2 / margin), 4, 0.25);
  const careParts = Object.fromEntries(
    CARE_TYPES.map((type) => [type, random.split(care[type] ?? 0, 4, 0.4)]),
  ) as Record<CareType, number[]>;
  return db2Parts.map((part, quarter) => ({
    net: netParts[quarter]!,
    db2: part,
    care: Object.fromEntries(CARE_TYPES.map((type) => [type, careParts[type][quarter]!])),
  }));
}

/** DB II as share of net revenue, between the bounds given in per cent. */
export function drawMargin(random: Random, percent: Range): number {
  return random.int(percent[0] * 10, percent[1] * 10) / 1_000;
}
