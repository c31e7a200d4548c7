import {
  type CareCounts,
  type CareType,
  careCost,
  drawCare,
  drawMargin,
  planYear,
  type QuarterPlan,
  type Range,
} from './quarter-plan.ts';
import type { Random } from './random.ts';

/** A kind of customer relation and how many accounts of the sample have it. */
export interface Profile {
  id: string;
  count: number;
  /** Share of the accounts that field sellers own; inside sales own the rest. */
  field: number;
  /** First month as a customer as a month index (23 = last closed month). */
  since: Range;
  /** Eight quarters, oldest first. */
  plan(random: Random): QuarterPlan[];
}

interface Steady {
  /** DB II a year in whole euros, small ones likelier. */
  db2: Range;
  /** DB II in per cent of net revenue. */
  margin: Range;
  care: Partial<Record<CareType, Range>>;
}

const LONG_AGO: Range = [-120, -4];
const LEAN = { call: [2, 5], ticket: [0, 3], review: [0, 1] } as const;

/** Two years alike: the earlier one with 85 to 105 % of the money and about the same care. */
function steady(random: Random, { db2, margin, care }: Steady): QuarterPlan[] {
  const share = drawMargin(random, margin);
  const year = random.skewed(db2[0] * 100, db2[1] * 100);
  const before = Math.trunc((year * random.int(85, 105)) / 100);
  return [
    ...planYear(random, before, share, drawCare(random, care)),
    ...planYear(random, year, share, drawCare(random, care)),
  ];
}

/** Earns in each of the two years what its care costs, give or take 40 €. */
function even(random: Random, margin: Range, care: () => CareCounts): QuarterPlan[] {
  const share = drawMargin(random, margin);
  return [0, 1].flatMap(() => {
    const counts = care();
    return planYear(random, careCost(counts) + random.int(-4_000, 4_000), share, counts);
  });
}

/** A loss before care: sold below cost, DB II negative in both years. */
function belowCost(random: Random, loss: Range, netPerLoss: Range, care: Steady['care']): QuarterPlan[] {
  const share = -1 / random.int(netPerLoss[0], netPerLoss[1]);
  return [0, 1].flatMap(() =>
    planYear(random, -random.skewed(loss[0] * 100, loss[1] * 100), share, drawCare(random, care)),
  );
}

/** Sends back more than it buys: net revenue below zero. */
function returning(random: Random): QuarterPlan[] {
  const plan = belowCost(random, [300, 1_400], [2, 4], { call: [3, 8], ticket: [4, 10] });
  return plan.map((quarter) => ({ ...quarter, net: Math.trunc(quarter.db2 / 2) }));
}

/** Lean and profitable for six quarters, then visited as if it were a large customer. */
function spoiledLately(random: Random): QuarterPlan[] {
  const lean = steady(random, { db2: [350, 1_600], margin: [12, 20], care: LEAN });
  return lean.map((quarter, index) =>
    index < 6
      ? quarter
      : { ...quarter, care: drawCare(random, { visit: [4, 7], call: [3, 7], ticket: [0, 2] }) },
  );
}

/** Losses of an approved case from the fifth quarter on: about 1,500 € at first, less each quarter. */
function investedIn(random: Random): QuarterPlan[] {
  const before = steady(random, { db2: [300, 900], margin: [14, 20], care: LEAN });
  return before.map((quarter, index) => {
    if (index < 4) return quarter;
    const care = drawCare(random, { visit: [5, 6], call: [4, 8], video: [1, 3] });
    const loss = 150_000 - (index - 4) * 25_000 + random.int(-8_000, 8_000);
    const db2 = careCost(care) - loss;
    return { net: Math.abs(db2) * 6 + 120_000, db2, care };
  });
}

/** Loses in every quarter but the last, in which the measure decided on begins to work. */
function recovering(random: Random): QuarterPlan[] {
  return Array.from({ length: 8 }, (_, index) => {
    const helped = index === 7;
    const care = drawCare(random, helped ? { call: [2, 3] } : { visit: [3, 4], call: [3, 5] });
    const db2 = helped ? careCost(care) + random.int(8_000, 20_000) : random.int(18_000, 42_000);
    return { net: db2 * 7, db2, care };
  });
}

/** Bought in the first ten months, nothing since. */
function dormant(random: Random): QuarterPlan[] {
  const once = steady(random, { db2: [300, 2_500], margin: [12, 20], care: { call: [2, 4] } });
  return once.map((quarter, index) => (index < 3 ? quarter : { net: 0, db2: 0, care: quarter.care }));
}

/** Never bought, but wooed. */
function prospect(random: Random): QuarterPlan[] {
  return Array.from({ length: 8 }, (_, index) => ({
    net: 0,
    db2: 0,
    care: index < 4 ? {} : drawCare(random, { visit: [0, 2], call: [1, 4] }),
  }));
}

const CODDLED: Steady = {
  db2: [250, 2_600],
  margin: [10, 18],
  care: { visit: [6, 15], call: [6, 16], video: [0, 3], ticket: [1, 7] },
};

const LOSING: Steady = {
  db2: [250, 1_300],
  margin: [10, 18],
  care: { visit: [8, 15], call: [6, 16], ticket: [1, 7] },
};

function profile(
  id: string,
  count: number,
  field: number,
  plan: (random: Random) => QuarterPlan[],
  since: Range = LONG_AGO,
): Profile {
  return { id, count, field, since, plan };
}

/** The sample company's customers; together 600. */
export const PROFILES: readonly Profile[] = [
  profile('champion', 14, 1, (random) =>
    steady(random, {
      db2: [24_000, 105_000],
      margin: [20, 30],
      care: { visit: [12, 14], call: [24, 30], video: [1, 5], ticket: [2, 9] },
    }),
  ),
  profile('champion-short', 18, 1, (random) =>
    steady(random, {
      db2: [22_000, 78_000],
      margin: [20, 30],
      care: { visit: [3, 7], call: [10, 19], video: [0, 3], ticket: [2, 8] },
    }),
  ),
  profile('solid', 96, 0.95, (random) =>
    steady(random, {
      db2: [3_300, 16_000],
      margin: [16, 26],
      care: { visit: [2, 5], call: [8, 15], video: [0, 4], ticket: [1, 7] },
    }),
  ),
  profile('solid-quiet', 22, 0.7, (random) =>
    steady(random, {
      db2: [3_300, 9_000],
      margin: [16, 26],
      care: { visit: [0, 1], call: [3, 9], ticket: [0, 4] },
    }),
  ),
  profile('solid-even', 8, 1, (random) =>
    even(random, [10, 14], () => drawCare(random, { visit: [11, 13], call: [12, 20], video: [1, 3] })),
  ),
  profile('solid-coddled', 16, 1, (random) =>
    steady(random, {
      db2: [3_100, 4_600],
      margin: [14, 20],
      care: { visit: [19, 27], call: [14, 26], video: [1, 5], ticket: [2, 6] },
    }),
  ),
  profile('small-lean', 126, 0.3, (random) =>
    steady(random, { db2: [260, 2_700], margin: [14, 24], care: LEAN }),
  ),
  profile('small-even', 60, 0.3, (random) =>
    even(random, [8, 14], () => drawCare(random, { call: [4, 7], ticket: [1, 3], review: [1, 1] })),
  ),
  profile('small-coddled', 62, 0.95, (random) => steady(random, CODDLED)),
  profile('small-spoiled-lately', 36, 1, spoiledLately),
  profile('many-calls', 14, 0.2, (random) =>
    steady(random, { db2: [90, 420], margin: [12, 18], care: { call: [42, 80], ticket: [6, 18] } }),
  ),
  profile('below-cost', 22, 0.6, (random) =>
    belowCost(random, [700, 9_500], [9, 20], { call: [3, 10], ticket: [1, 5], visit: [0, 3] }),
  ),
  profile('returns', 7, 0.5, returning),
  profile('dormant', 16, 0.3, dormant),
  profile('prospect', 6, 1, prospect),
  profile(
    'new',
    26,
    0.7,
    (random) =>
      steady(random, {
        db2: [600, 9_000],
        margin: [14, 22],
        care: { visit: [2, 9], call: [6, 14], ticket: [0, 4] },
      }),
    [19, 23],
  ),
  profile('unlogged', 22, 0.9, (random) =>
    steady(random, { db2: [500, 14_000], margin: [14, 22], care: {} }),
  ),
  profile('investment', 6, 1, investedIn),
  profile('investment-over-budget', 3, 1, investedIn),
  profile('remedy', 9, 1, (random) => steady(random, LOSING)),
  profile('recovering', 5, 1, recovering),
  profile('exit', 6, 0.8, (random) => steady(random, LOSING)),
];
