import { z } from 'zod';
import { RowReason } from './words-row.ts';

const Cents = z.int();

const Weight = z.number().min(0);

/** What the break-even advisor needs beside the amounts: counts of the window and the policy's terms (domain §12.1). */
export const AdvisorFacts = z.object({
  /** Activity types that the policy's levers move. */
  types: z.object({ visit: z.string(), video: z.string(), call: z.string() }),
  visits: z.int(),
  calls: z.int(),
  /** Part of net revenue that varies with it: commission and cash discount. */
  revenueVariable: Cents,
  costs: z.object({ visit: Cents, video: Cents, call: Cents }),
  /** Standard cost of a year per level, lowest level first. */
  packages: z.array(z.object({ level: z.string(), cost: Cents })),
  weights: z.object({
    shiftPain: Weight,
    dropPain: Weight,
    deflectPain: Weight,
    pricePain: Weight,
    priceMaxHalfPercent: z.int(),
  }),
});
export type AdvisorFacts = z.infer<typeof AdvisorFacts>;

/** Layer `money`: amounts and engine state, for those whose role may see them. Cents, T12M unless named. */
export const MoneyRow = z.object({
  id: z.string(),
  currency: z.string(),
  /** First and last month of the window, `YYYY-MM`. */
  from: z.string(),
  to: z.string(),
  gross: Cents,
  deductions: Cents,
  net: Cents,
  cogs: Cents,
  db1: Cents,
  direct: Cents,
  db2: Cents,
  /** Cost-to-serve. */
  cts: Cents,
  db3: Cents,
  /** DB III if all care of the pool had been logged; null where coverage is complete or unknown. */
  db3Low: Cents.nullable(),
  /** Share of the structural costs, and where the black zero lies; absent where the policy names none. */
  overhead: Cents.optional(),
  breakEven: z.enum(['DB3', 'NET']).optional(),
  tolerance: Cents,
  position: z.enum(['FUNDER', 'BLACK_ZERO', 'SUBSIDISED']),
  subsidyState: z.string(),
  stateReason: z.string(),
  /** + received from the pool, − paid into it. */
  ledgerLine: Cents,
  /** Part of a deficit that no surplus covers. */
  uncovered: Cents,
  fundableLevel: z.string(),
  fundableLimit: Cents,
  packageCost: Cents,
  /** Care left this calendar year: max(0, standard cost of the assigned level − care cost of the year). */
  careLeft: Cents,
  /** Cost of one standard activity by type, for "a visit costs". */
  unitCosts: z.record(z.string(), Cents),
  /** Lower bounds of the yield classes, for the rule sentence. */
  thresholds: z.object({ high: Cents, medium: Cents }),
  potential: Cents,
  /** Where it comes from (domain §12.4); absent where people entered it without a source. */
  potentialFrom: z
    .object({
      source: z.enum(['known', 'pipeline', 'cross-sell', 'benchmark']),
      made: z.string(),
      confidence: z.enum(['high', 'medium', 'low']),
    })
    .optional()
    .catch(undefined),
  /** Why all this, with amounts, in reading order; absent in rows published before they were kept. */
  reasons: z.array(RowReason).optional(),
  /** Absent in rows published before there was an advisor. */
  advisor: AdvisorFacts.optional(),
  quarters: z.array(z.object({ month: z.string(), db3: Cents, db3T12: Cents, subsidyState: z.string() })),
});
export type MoneyRow = z.infer<typeof MoneyRow>;
