import { z } from 'zod';
import { LocalizedText } from './policy-words.ts';

/** One number of the concept: its value, its unit, and why it is that and not another. */
const quantity = <Unit extends string>(value: z.ZodType<number | string>, ...units: Unit[]) =>
  z.strictObject({
    value,
    unit: z.enum(units),
    because: z.string().min(1).describe('Why this number and not another; read aloud at the yearly review.'),
  });

const Money = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d{1,2})?$/)])
  .describe('Amount in the currency of the concept, at most two decimal places.');
const Share = z
  .union([z.number().min(0), z.string().regex(/^\d+(\/[1-9]\d*|(\.\d+)?( ?%)?)$/)])
  .describe('A fraction (1/2), a decimal (0.5) or per cent (50 %).');
const Whole = z.int().min(0);
const Id = z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const MoneyPerYear = quantity(Money, 'per year');
const MoneyAmount = quantity(Money, 'amount');
const RatePerHour = quantity(Money, 'per hour');
const Minutes = quantity(z.int().min(1), 'minutes');
const Percentage = quantity(Share, 'share');
const Quarters = quantity(Whole, 'quarters');
const Months = quantity(Whole, 'months');
const Count = quantity(Whole, 'accounts', 'steps', 'points');

const AmberRed = z.strictObject({
  amber: Share,
  red: Share,
  unit: z.literal('share'),
  because: z.string().min(1),
});

const Pool = z.strictObject({
  name: LocalizedText,
  field: z.boolean().describe('True where its people visit customers.'),
  rate: RatePerHour.extend({ validFrom: Day }),
  practicalHours: quantity(z.number().min(0), 'hours per year')
    .optional()
    .describe('Practical hours of all its people; leave out to take them from the imported capacity.'),
});

const ActivityType = z.strictObject({
  pool: Id,
  minutes: Minutes,
  name: LocalizedText,
  namePlural: LocalizedText,
});

const Level = z.strictObject({
  id: Id,
  name: LocalizedText,
  shortName: LocalizedText.describe('At most 11 characters: the label of the badge.'),
  customerSentence: LocalizedText.describe('What to tell the customer.'),
  package: z
    .array(z.strictObject({ type: Id, perYear: z.int().min(0) }))
    .describe('Promised care a year, as activity types and their number.'),
  because: z.string().min(1),
  minimum: z
    .array(z.string().min(1))
    .describe('Duties owed at every level: law, safety, complaints caused by us.'),
});

const TierRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ladder'),
    base: z.strictObject({ H: Id, M: Id, L: Id, N: Id }),
    passiveTier: Id.nullable(),
    because: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('matrix'),
    highHigh: Id,
    highLow: Id,
    lowLow: Id,
    lowHigh: Id,
    because: z.string().min(1),
  }),
]);

const ExplicitRule = z.strictObject({
  id: Id,
  tier: Id,
  yieldAtLeast: Money.optional(),
  yieldBelow: Money.optional(),
  potentialAtLeast: Money.optional(),
  potentialBelow: Money.optional(),
  multiplier: z.boolean().optional(),
  because: z.string().min(1),
});

/** Business concept of a company, one document per version (domain §17). */
export const PolicyDocument = z.strictObject({
  concept: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  preset: z.enum(['abcz-ladder', 'abco-matrix']),
  validFrom: Day,
  reviewBy: Day,
  because: LocalizedText,
  currency: z.string().regex(/^[A-Z]{3}$/),
  window: z.literal('T12M'),
  unit: z.enum(['account', 'group']).describe('Ledger unit: netting inside a group changes the statement.'),
  breakEvenLevel: z.literal('DB3').describe('Contribution level at which the black zero lies.'),
  contributionLevels: z
    .strictObject({
      gross: z.array(Id),
      deductions: z.array(Id),
      cogs: z.array(Id),
      direct: z.array(Id),
    })
    .describe('Which kinds of money line make which level.'),
  pools: z.record(Id, Pool),
  activityTypes: z.record(Id, ActivityType),
  levels: z.array(Level).min(1).describe('Lowest level first.'),
  onboardingLevel: Id,
  tiers: z
    .array(z.strictObject({ id: Id, name: LocalizedText, cap: Id }))
    .min(1)
    .describe('Best first.'),
  tierRule: TierRule,
  explicitRules: z.array(ExplicitRule).describe('The first that matches wins over ladder or matrix.'),
  yield: z.strictObject({ high: MoneyPerYear, medium: MoneyPerYear }),
  potentialHigh: MoneyPerYear,
  hysteresis: Percentage,
  stepsDownMax: Count,
  careShareMax: Percentage,
  tolerance: z.strictObject({ absolute: MoneyPerYear, relative: Percentage }),
  graceMonths: Months,
  structuralAfter: Quarters,
  resetAfter: Quarters,
  recoverMax: Quarters,
  coverage: z.strictObject({
    minimum: Percentage,
    floor: Percentage,
    impute: z.enum(['none', 'packageCost']),
  }),
  toleration: z.strictObject({
    budget: Percentage,
    maxQuarters: Quarters,
    planSlack: MoneyAmount,
    offTrackLimit: Quarters,
    approver: z.string().min(1),
  }),
  neverRoute: z.array(Id).describe('Topics that always reach the owner.'),
  limits: z.strictObject({
    crowdingOut: AmberRed,
    crowdingOutMinutes: Minutes,
    crowdingOutClear: Percentage,
    subsidyRatio: AmberRed,
    singleRecipient: AmberRed,
    permanence: AmberRed,
    dependency: AmberRed,
    promise: AmberRed,
    minAccounts: Count,
  }),
  advisor: z.strictObject({
    visit: Id,
    video: Id,
    call: Id,
    shiftPain: Count,
    dropPain: Count,
    deflectPain: Count,
    pricePain: Count,
    priceMax: Percentage,
  }),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;
