import { z } from 'zod';

const Cents = z.int();
const Count = z.int().min(0);
const Ratio = z.string().nullable();

/** Figures of the whole company at one evaluation: no account, no person. Ratios are decimal text. */
export const CompanyFigures = z.object({
  ledger: z.object({
    unit: z.enum(['account', 'group']),
    surplus: Cents,
    deficit: Cents,
    transferred: Cents,
    retained: Cents,
    uncovered: Cents,
    subsidyRatio: Ratio,
  }),
  whaleCurve: z.object({
    accounts: Count,
    unprofitable: Count,
    total: Cents,
    peakAt: Count,
    peak: Cents,
    peakPercent: Ratio,
    topFifth: Count,
    topFifthPercent: Ratio,
    points: z.array(z.object({ at: Count, cents: Cents })),
  }),
  limits: z.array(
    z.object({
      limit: z.enum(['L1', 'L2', 'L3', 'L4', 'L5', 'L6']),
      pool: z.string().nullable(),
      ratio: Ratio,
      alarm: z.enum(['green', 'amber', 'red', 'silent']),
    }),
  ),
  /** What L1 was settled on, oldest first. */
  crowding: z.array(
    z.object({
      month: z.string(),
      pools: z.array(z.object({ pool: z.string(), crowdedOut: z.int(), crowdedOutRatio: z.string() })),
    }),
  ),
  /** By the reason codes of the domain model; the sum is the deficit. */
  deficitByReason: z.record(z.string(), Cents),
  tolerated: Cents,
  toleratedBudget: Cents,
  care: z.enum(['known', 'partly', 'unknown']),
  /**
   * Capacity of the window by pool at planned rates: what it cost, and what no care has used, which is charged to no
   * account (domain §5.1). Pools whose practical minutes are unknown are left out; absent in older publications.
   */
  capacity: z
    .array(z.object({ pool: z.string(), supplied: Cents, unused: Cents, overtime: z.boolean() }))
    .optional(),
  /** Logged minutes in nobody's cost-to-serve (domain §15): without an account, and caused by our own faults. */
  outside: z
    .array(z.object({ pool: z.string(), logged: z.int(), unassigned: z.int(), ownFault: z.int() }))
    .optional(),
  misallocation: z.array(z.object({ pool: z.string(), index: Ratio })),
  livedTiers: z.array(z.object({ tier: z.string(), more: Count, same: Count, less: Count })),
  map: z.array(
    z.object({
      quadrant: z.enum(['peak', 'drain', 'desert', 'minefield']),
      accounts: Count,
      balance: Cents,
    }),
  ),
  focusShare: Ratio,
  yearEnd: z.object({
    pools: z.array(
      z.object({
        pool: z.string(),
        withheldMinutes: z.int(),
        overMinutes: z.int(),
        matchedMinutes: z.int(),
        matchedCents: Cents,
      }),
    ),
    creditors: Count,
    debtors: z.array(z.object({ tier: z.string(), accounts: Count, cents: Cents })),
    sum: Cents,
  }),
});
export type CompanyFigures = z.infer<typeof CompanyFigures>;

/** Accounts of the caller's territories with one tier and one state, added up. */
export const TeamGroup = z.object({
  tier: z.string(),
  state: z.string(),
  accounts: Count,
  net: Cents,
  db2: Cents,
  cts: Cents,
  db3: Cents,
  /** + received from the pool, − paid into it. */
  ledgerLine: Cents,
});

/** `GET /v1/portfolio`: the caller's territories together, and the company. Never a single person. */
export const PortfolioFigures = z.object({
  evaluationId: z.string(),
  /** Figures up to, `YYYY-MM-DD`. */
  asOf: z.string(),
  policyVersion: z.string(),
  currency: z.string(),
  team: z.array(TeamGroup),
  /** Limits concern everybody who leads; the other company figures are for operations. */
  limits: CompanyFigures.shape.limits,
  company: CompanyFigures.nullable(),
});
export type PortfolioFigures = z.infer<typeof PortfolioFigures>;
