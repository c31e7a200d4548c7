import { z } from 'zod';
import { Channel, CommunicationInput } from './communications.ts';

/** Wherever a version does not know a word it shows "no statement" instead of guessing. */
export const UserState = z.enum(['carries', 'even', 'carried', 'plan', 'review', 'open']).catch('open');
export type UserState = z.infer<typeof UserState>;

/** What makes the headline's line: words only, no amounts. */
export const StateLine = z.object({
  /** Which line of the state table: see `lib/i18n` state sentences. */
  code: z
    .enum([
      'on-plan',
      'due',
      'covered',
      'carried-quarters',
      'investment',
      'recovering',
      'exiting',
      'not-covered',
      'margin',
      'incomplete',
      'new',
    ])
    .catch('incomplete'),
  /** Quarters below the black zero, for `carried-quarters`. */
  quarters: z.int().optional(),
  /** `YYYY-MM`: end of the investment, or first rating of a new account. */
  month: z.string().optional(),
  /** Suggested level for `not-covered`. */
  level: z.string().optional(),
});
export type StateLine = z.infer<typeof StateLine>;

const Person = z.object({
  /** As in `Me.user`; absent in publications of older versions. */
  id: z.string().optional(),
  name: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  pool: z.string(),
});

/** Care of the calendar year in one pool: minutes promised until its end and delivered so far. */
export const CareMeter = z.object({
  pool: z.string(),
  entitledMinutes: z.int(),
  deliveredMinutes: z.int(),
});
export type CareMeter = z.infer<typeof CareMeter>;

export const RoutingHint = z.object({
  /** `serve`: inside sales serves here; `through`: put through to the owner. */
  verb: z.enum(['serve', 'through']),
  reason: z.enum(['level-inside', 'level-field', 'case', 'new', 'review', 'no-owner']).catch('level-field'),
});
export type RoutingHint = z.infer<typeof RoutingHint>;

/** A tier or level set by hand, with its end (domain §6.3); figures and ledger stay as they are. */
export const Pin = z.object({
  tier: z.string().optional(),
  level: z.string().optional(),
  /** First and last month, `YYYY-MM`. */
  from: z.string(),
  until: z.string(),
  reason: z.string(),
  approver: z.string(),
});
export type Pin = z.infer<typeof Pin>;

/** The rule that gave the tier, without amounts (the money layer has them). */
export const TierWhy = z.object({
  rule: z.enum(['ladder', 'matrix', 'explicit', 'override']).catch('ladder'),
  yieldClass: z.enum(['H', 'M', 'L', 'N']),
  lift: z.enum(['none', 'potential', 'multiplier']).catch('none'),
});
export type TierWhy = z.infer<typeof TierWhy>;

/** One reason of the judgement: its code and the numbers its sentence shows to this layer; see the engine's templates. */
export const RowReason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.number(), z.string(), z.object({ n: z.number(), d: z.number() })])),
});
export type RowReason = z.infer<typeof RowReason>;

export const QuarterWords = z.object({
  /** Last month of the quarter, `YYYY-MM`. */
  month: z.string(),
  tier: z.string(),
  level: z.string(),
  state: UserState,
  /** Why; absent in rows published before reasons were kept. */
  line: StateLine.optional(),
});
export type QuarterWords = z.infer<typeof QuarterWords>;

/** Layer `words`: one account as every role may see it. No money, no engine state. */
export const WordsRow = z.object({
  id: z.string(),
  name: z.string(),
  /** Record keys of the account in the CRMs, the account record itself first. */
  keys: z.array(z.string()),
  tier: z.string(),
  /** Suggested level and the assigned one that entitlement follows. */
  level: z.string(),
  assignedLevel: z.string(),
  /** The package before, and the month of the change, where it came with one of the latest evaluations. */
  levelChange: z.object({ from: z.string(), month: z.string() }).nullable().optional(),
  /** What the customer was told last, by whom left out; null: nothing. Absent in rows of older versions. */
  told: CommunicationInput.pick({ level: true, toldOn: true })
    .extend({ channel: Channel.catch('other') })
    .nullable()
    .optional(),
  state: UserState,
  line: StateLine,
  /** True where the best go short: top level, at least one standard activity withheld, coverage sufficient. */
  due: z.boolean(),
  /** Standard activities still owed this year, for the due line: `[["visit", 2]]`. */
  owed: z.array(z.tuple([z.string(), z.int()])),
  servedBy: z.string(),
  owner: Person.nullable(),
  deputy: Person.nullable(),
  routing: RoutingHint,
  careYear: z.int(),
  care: z.array(CareMeter),
  why: TierWhy,
  /** Absent where tier and level follow the rules. */
  pin: Pin.optional(),
  /** Why this tier and package, without amounts; absent in rows published before reasons were kept. */
  tierReasons: z.array(RowReason).optional(),
  /** `YYYY-MM` of the next review. */
  nextReview: z.string(),
  parentName: z.string().nullable(),
  estimated: z.boolean(),
  provisional: z.boolean(),
  multiplier: z.boolean(),
  history: z.array(QuarterWords),
});
export type WordsRow = z.infer<typeof WordsRow>;
