import { z } from 'zod';

const Cents = z.int();

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
  quarters: z.array(z.object({ month: z.string(), db3: Cents, db3T12: Cents, subsidyState: z.string() })),
});
export type MoneyRow = z.infer<typeof MoneyRow>;
