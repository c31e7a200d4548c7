import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A version of the business concept. What was approved is never changed. */
export const PolicyVersion = z.object({
  version: z.string(),
  state: z.enum(['draft', 'scheduled', 'active', 'replaced']),
  draftedBy: z.string(),
  draftedAt: z.iso.datetime(),
  approvedBy: z.string().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  /** First day it holds; null for a draft. */
  validFrom: Day.nullable(),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;
export const PolicyVersions = z.object({ versions: z.array(PolicyVersion) });

/** A concept as YAML text. */
export const PolicySource = z.object({ source: z.string().min(1).max(400_000) });

/** One thing to think about, with its place, why, and a cure. */
export const PolicyFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  path: z.array(z.union([z.string(), z.number()])),
  line: z.int().nullable(),
  why: z.string(),
  fix: z.string(),
});
export const PolicyFindings = z.object({ findings: z.array(PolicyFinding) });

export const SimulateInput = z.object({
  /** Earlier quarters to judge by both concepts as well. */
  quartersBack: z.int().min(0).max(20).default(0),
});

const Move = z.object({
  from: z.string(),
  to: z.string(),
  count: z.int(),
  db3: z.int(),
  ids: z.array(z.string()),
});
const Sums = z.object({
  surplus: z.int(),
  deficit: z.int(),
  transferred: z.int(),
  retained: z.int(),
  uncovered: z.int(),
  subsidyRatio: z.string().nullable(),
});
const Curve = z.object({
  accounts: z.int(),
  unprofitable: z.int(),
  total: z.int(),
  peakAt: z.int(),
  peak: z.int(),
  peakPercent: z.string().nullable(),
  topFifth: z.int(),
  topFifthPercent: z.string().nullable(),
  points: z.array(z.object({ at: z.int(), cents: z.int() })),
});
const Limit = z.object({
  limit: z.string(),
  pool: z.string().nullable(),
  ratio: z.string().nullable(),
  alarm: z.enum(['green', 'amber', 'red', 'silent']),
});
const Side = z.object({
  version: z.string(),
  ledger: Sums,
  whaleCurve: Curve,
  limits: z.array(Limit),
  promisedCost: z.int(),
  promisedMinutes: z.record(z.string(), z.int()),
});

/** What a version would change, the latest quarter first; `digest` is what an approval must name. */
export const PolicyPreview = z.object({
  digest: z.string(),
  quarters: z.array(
    z.object({
      asOf: z.string(),
      accounts: z.int(),
      tiers: z.array(Move),
      levels: z.array(Move),
      states: z.array(Move),
      lines: z.object({ count: z.int(), cents: z.int() }),
      before: Side,
      after: Side,
    }),
  ),
});
export type PolicyPreview = z.infer<typeof PolicyPreview>;

export const ActivateInput = z.object({
  /** First day it holds. */
  from: Day,
  /** `digest` of the preview that was read. */
  preview: z.string().min(1).max(64),
});
