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
  concept: z.string().min(1).describe('Name of the business concept.'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .describe('Raise it with any change: results name it.'),
  preset: z.enum(['abcz-ladder', 'abco-matrix']).describe('Where it started from.'),
  validFrom: Day.describe('First day it holds.'),
  reviewBy: Day.describe('Last day before it must be thought through again.'),
  because: LocalizedText.describe('Why care differs, in one sentence.'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  window: z.literal('T12M'),
  unit: z.enum(['account', 'group']).describe('Ledger unit: netting inside a group changes the statement.'),
  breakEvenLevel: z
    .enum(['DB3', 'NET'])
    .describe('Where the black zero lies: at DB III, or after the share of structural costs (NET).'),
  overhead: z
    .strictObject({
      perAccount: MoneyPerYear.describe('Structural costs a customer bears by being one.'),
      perCareHour: RatePerHour.describe('Structural costs that come with an hour of care.'),
    })
    .optional()
    .describe('Share of structural costs, never by revenue; needed where the black zero lies at NET.'),
  contributionLevels: z
    .strictObject({
      gross: z.array(Id),
      deductions: z.array(Id),
      cogs: z.array(Id),
      direct: z.array(Id),
    })
    .describe('Which kinds of money line make which level.'),
  fxMode: z
    .enum(['booked', 'constant'])
    .optional()
    .describe(
      'Rates that yield class and fundable level are judged at: of the booking month (default), or of one base month for all, so that nobody changes tier by exchange rates. Position, state and ledger keep booked money.',
    ),
  fxBaseMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .describe('The base month of constant rates, YYYY-MM.'),
  seasons: z
    .record(
      Id,
      z.strictObject({
        weights: z
          .array(Whole)
          .length(12)
          .describe('What January to December weigh in a year; only their proportion counts.'),
        because: z.string().min(1),
      }),
    )
    .optional()
    .describe('Named in accounts.csv; by them six to eleven months are read as a year.'),
  accrueAnnual: z
    .array(Id)
    .optional()
    .describe(
      'Deductions booked in December for the whole year: its months bear them by their revenue; a year still open is accrued by the share of the year before.',
    ),
  pools: z.record(Id, Pool),
  activityTypes: z.record(Id, ActivityType),
  durations: z
    .enum(['measured', 'standard', 'max'])
    .optional()
    .describe(
      'What counts where a duration was measured: it (default), the standard, or the longer of the two.',
    ),
  levels: z.array(Level).min(1).describe('Lowest level first.'),
  onboardingLevel: Id.describe('Level of new customers.'),
  tiers: z
    .array(z.strictObject({ id: Id, name: LocalizedText, cap: Id }))
    .min(1)
    .describe('Best first.'),
  tierRule: TierRule,
  explicitRules: z.array(ExplicitRule).describe('The first that matches wins over ladder or matrix.'),
  yield: z.strictObject({
    high: MoneyPerYear.describe('DB II from which the yield class is H.'),
    medium: MoneyPerYear.describe('DB II from which it is M; above zero it is L, else N.'),
  }),
  potentialHigh: MoneyPerYear.describe('Expected additional DB II from which potential counts as high.'),
  multiplierCredit: MoneyPerYear.optional().describe(
    'Referral credit from which an account is a multiplier; without it only the flag makes one.',
  ),
  hysteresis: Percentage.describe('How far below its threshold a class is left.'),
  stepsDownMax: Count.describe('Most tiers an account may fall in one evaluation.'),
  careShareMax: Percentage.describe('Share of DB II that care may cost (φ).'),
  tolerance: z.strictObject({
    absolute: MoneyPerYear.describe('Least width of the black zero to either side.'),
    relative: Percentage.describe('Width as a share of net revenue; the larger of the two counts.'),
  }),
  graceMonths: Months.describe('Months until a new customer is judged.'),
  structuralAfter: Quarters.describe('Quarters of loss until it counts as permanent.'),
  resetAfter: Quarters.describe('Good quarters in a row that clear the bad ones.'),
  recoverMax: Quarters.describe('Quarters a working remedy may take to show in twelve months.'),
  coverage: z.strictObject({
    minimum: Percentage.describe(
      'Logged share of the practical minutes below which nothing is stated (κ_min).',
    ),
    floor: Percentage.describe('Care is extrapolated by at most one over this share (κ_floor).'),
    impute: z.enum(['none', 'packageCost']).describe('What stands in for accounts without any activity.'),
  }),
  toleration: z.strictObject({
    budget: Percentage.describe('Share of the surplus that tolerated deficits may use (β).'),
    maxQuarters: Quarters.describe('Longest horizon of a case.'),
    planSlack: MoneyAmount.describe('How far a case may lie below its plan.'),
    offTrackLimit: Quarters.describe('Quarters in a row beyond the slack until a case is over its limit.'),
    approver: z.string().min(1).describe('Who may approve a case.'),
  }),
  neverRoute: z.array(Id).describe('Topics that always reach the owner.'),
  limits: z.strictObject({
    crowdingOut: AmberRed.describe(
      'L1: withheld from the best and given to non-funders, of what the best were promised.',
    ),
    crowdingOutMinutes: Minutes.describe('L1 is silent below these minutes a year.'),
    crowdingOutClear: Percentage.describe('L1 clears below this share, twice in a row.'),
    subsidyRatio: AmberRed.describe('L2: deficit over surplus.'),
    singleRecipient: AmberRed.describe('L3: one recipient; amber of the deficit, red of the surplus.'),
    permanence: AmberRed.describe('L4: permanent deficits over the surplus.'),
    dependency: AmberRed.describe('L5: one funder’s share of what is transferred.'),
    promise: AmberRed.describe('L6: promised over practical minutes.'),
    minAccounts: Count.describe('L3 and L5 are silent with fewer accounts.'),
  }),
  advisor: z.strictObject({
    visit: Id.describe('Activity type that the advisor reduces first.'),
    video: Id.describe('Activity type that replaces it.'),
    call: Id.describe('Activity type that self-service replaces.'),
    shiftPain: Count.describe('Weight in a mixed plan: A visit turned into a video call.'),
    dropPain: Count.describe('Weight in a mixed plan: A visit dropped.'),
    deflectPain: Count.describe('Weight in a mixed plan: A call deflected to self-service.'),
    pricePain: Count.describe('Weight in a mixed plan: One per cent of price.'),
    priceMax: Percentage.describe('Highest price rise of a mixed plan.'),
  }),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;
