import type { AdvisorPolicy } from './advisor-policy.ts';

/**
 * Words of the engine. All amounts are integer cents of the reporting currency, all durations integer
 * minutes; products that may pass 2^53 are computed in BigInt. Section numbers refer to the domain model.
 */
export type Cents = number;
export type Minutes = number;
/** `YYYY-MM`. */
export type Month = string;
/** `YYYY-MM-DD`. */
export type IsoDate = string;

/** A fraction as written in the policy, exact: 1/2 is `{ n: 1, d: 2 }`. */
export interface Fraction {
  n: number;
  d: number;
}

/** §5.2: one kind of care, the capacity pool that delivers it, and its standard duration. */
export interface ActivityType {
  pool: string;
  minutes: Minutes;
}

/** §5.2: which duration counts where one was measured. */
export type DurationRule = 'measured' | 'standard' | 'max';

/** §7.1: a package of care; its standard cost is the sum over `activities` at the pool rates. */
export interface ServiceLevel {
  id: string;
  activities: readonly (readonly [type: string, countPerYear: number])[];
}

/** §17: the numbers of one policy version that the engine needs. Names and sentences live in the document. */
export interface Policy {
  version: string;
  currency: string;
  /** Planned capacity cost rate per pool, cents per hour (§5.1); prices packages. */
  rates: Readonly<Record<string, Cents>>;
  activityTypes: Readonly<Record<string, ActivityType>>;
  /** §5.2: which duration counts where one was measured; the measured one unless told. */
  durations?: DurationRule;
  /** §4: month whose exchange rates yield is judged at, so that nobody changes tier by them; absent: as booked. */
  fxBase?: Month;
  /** §4: weights of January to December by the name of a season. */
  seasons?: Readonly<Record<string, readonly number[]>>;
  /** §15: kinds of money booked in December for the whole year; accrued by revenue when facts are read. */
  accrueAnnual?: readonly string[];
  /** Lowest level first. */
  levels: readonly ServiceLevel[];
  /** Best tier first; `cap` is the highest level the tier may get (§7.2). */
  tiers: readonly { id: string; cap: string }[];
  /** φ: share of DB II that care may cost (§7.2). */
  careShareMax: Fraction;
  /** τ = max(toleranceAbs, toleranceRel · |NET|) (§8). */
  toleranceAbs: Cents;
  toleranceRel: Fraction;
  /** Yield class thresholds on DB II T12M (§6.1). */
  yield: { high: Cents; medium: Cents };
  /** Potential at or above is high (§6.1). */
  potentialHigh: Cents;
  /** Referral credit of twelve months from which an account is a multiplier (§6.1); absent: by flag alone. */
  multiplierCredit?: Cents;
  graceMonths: number;
  onboardingLevel: string;
  /** Quarters below −τ until a loss counts as permanent (§8 G8). */
  structuralAfter: number;
  /** κ_min (§5.4). */
  coverageMin: Fraction;
  /** κ_floor: CTS is extrapolated by at most 1/κ_floor (§5.4). */
  coverageFloor: Fraction;
  /** What stands in for missing activities: nothing (NO_DATA), or the standard cost of the assigned package. */
  impute: 'none' | 'packageCost';
  /** Topics of a request that always reach the owner (§7.3). */
  neverRoute: readonly string[];
  /** Pools whose people visit customers; a level with minutes there is served by the field. */
  fieldPools: readonly string[];
  /** Practical minutes a year per pool where the policy states them; else they come with the coverage (§5.1). */
  practicalMinutes: Readonly<Record<string, Minutes>>;
  /** How yield, potential and multiplier become a tier (§6.2). */
  tierRule: TierRule;
  /** Explicit rules; the first that matches wins over ladder or matrix (§6.2). */
  explicitRules: readonly ExplicitRule[];
  /** A class is left only below (1 − hysteresis) × its threshold (§6.3). */
  hysteresis: Fraction;
  /** Most tiers an account may fall in one evaluation (§6.3). */
  stepsDownMax: number;
  /** Good quarters in a row that clear the bad ones (§8 G2). */
  resetAfter: number;
  /** How far a case may lie below its plan (§8). */
  planSlack: Cents;
  /** Off-track quarters in a row until a case is over its limit (§8 G5). */
  offTrackLimit: number;
  /** Quarters an account may be RECOVERING in a row (§8 G7). */
  recoverMax: number;
  /** β: share of the surplus that tolerated deficits may use (§9.5). */
  subsidyBudget: Fraction;
  limits: LimitsPolicy;
  advisor: AdvisorPolicy;
  /** What position, state and ledger are judged on (§2 no. 3): DB III unless told. */
  breakEvenLevel?: 'DB3' | 'NET';
  /** Structural costs an account bears (§5.3): per customer and year, and per hour of care. */
  overhead?: { perAccount: Cents; perCareHour: Cents };
  /** Ledger unit (§9.3): netting inside a group is a real change of statement. */
  unit: 'account' | 'group';
}

/** §6.2: the ladder maps yield classes to tiers and lifts by one; the matrix crosses yield and potential. */
export type TierRule =
  | {
      kind: 'ladder';
      base: Readonly<Record<YieldClass, string>>;
      /** The tier without active care: by rule only after two evaluations (§6.4). */
      passiveTier: string | null;
    }
  | { kind: 'matrix'; highHigh: string; highLow: string; lowLow: string; lowHigh: string };

/** A rule matches when all conditions it names hold. Amounts in cents of DB II T12M. */
export interface ExplicitRule {
  id: string;
  tier: string;
  yieldAtLeast?: Cents;
  yieldBelow?: Cents;
  potentialAtLeast?: Cents;
  potentialBelow?: Cents;
  multiplier?: boolean;
}

/** §11: thresholds as fractions, amber first. */
export interface LimitsPolicy {
  crowdingOut: AmberRed;
  /** Least crowded-out minutes a year that matter. */
  crowdingOutMinutes: Minutes;
  /** L1 clears only below this ratio. */
  crowdingOutClear: Fraction;
  subsidyRatio: AmberRed;
  /** Amber on the share of the deficit, red on the share of the surplus. */
  singleRecipient: AmberRed;
  permanence: AmberRed;
  dependency: AmberRed;
  promise: AmberRed;
  /** L3 and L5 speak only with at least this many accounts. */
  minAccounts: number;
}
export interface AmberRed {
  amber: Fraction;
  red: Fraction;
}

/** Care of one type in one month, own fault excluded, each booked line rounded once. */
export interface CareFacts {
  type: string;
  pool: string;
  count: number;
  minutes: Minutes;
  cents: Cents;
}

/** Booked money and care of one account in one month. */
export interface MonthFacts {
  month: Month;
  gross: Cents;
  /** Credit notes, bonuses, cash discount: positive numbers reduce revenue. */
  deductions: Cents;
  cogs: Cents;
  direct: Cents;
  /** §4: what DB II would be more at the exchange rates of the policy's base month; absent: nothing. */
  fx?: Cents;
  care: readonly CareFacts[];
}

/** §12.2: an approved, dated, budgeted toleration. */
export interface DevelopmentCase {
  kind: 'development' | 'multiplier' | 'strategic';
  start: Month;
  horizonQuarters: number;
  budget: Cents;
  /** Planned cumulated DB III per quarter of the case. */
  plan: readonly Cents[];
  /** Level granted beyond the suggested one, if the case lifts it. */
  level?: string;
}

/** §8 G4, G6: a dated decision about an account that is not carried. */
export interface Decision {
  kind: 'exit' | 'reprice' | 'repackage' | 'reassign';
  decided: Month;
  deadline: Month;
}

/** All the engine may know about one account. */
export interface AccountInput {
  id: string;
  /** First month as a customer; null when unknown (then it is not new). */
  since: Month | null;
  /** Pool of the person who serves the account today; null without an owner. */
  ownerPool: string | null;
  parent: string | null;
  potential: Cents;
  multiplier: boolean;
  case: DevelopmentCase | null;
  decisions: readonly Decision[];
  /** Dated assigned levels, oldest first; empty means the suggested level was assigned. */
  assigned: readonly { from: IsoDate; level: string }[];
  /** Ascending, gaps allowed. */
  months: readonly MonthFacts[];
  /** §6.3: dated manual tiers, oldest first; they change neither yield nor ledger. */
  overrides?: readonly Override[];
  /** §12.3: accounts this one has brought, with the share of their DB II credited to it. */
  referrals?: readonly Referral[];
  /** §12.4: what is known of its potential; `potential` is what people entered without a source. */
  sources?: PotentialSources;
  /** §12.4: industry and size class, for comparisons; accounts of one segment are peers. */
  segment?: string;
  /** Loses and earns by the calendar: a quarter counts against the same quarter of the year before (§15). */
  seasonal?: boolean;
  /** §4: season of the policy that a short history is read as a year by. */
  season?: string;
}

export type Confidence = 'high' | 'medium' | 'low';

/** §12.4: dated facts that potential is estimated from. */
export interface PotentialSources {
  /** What the customer buys of our kind in a year, from anybody; oldest first. */
  wallets: readonly {
    made: Month;
    wallet: Cents;
    margin: Fraction;
    share: Fraction;
    confidence: Confidence;
  }[];
  /** Opportunities; `closed` is the month they were won or lost in, null while open. */
  opportunities: readonly {
    made: Month;
    closed: Month | null;
    cents: Cents;
    probability: Fraction;
    margin: Fraction;
  }[];
  /** Products it holds, with the DB II of a year; oldest first. */
  products: readonly { product: string; made: Month; db2: Cents }[];
}

/** §6.3: a manual tier or level with an end. */
export interface Override {
  from: Month;
  /** Last month it holds, at most twelve after `from`. */
  until: Month;
  tier?: string;
  level?: string;
  reason: string;
  approver: string;
}

/** §12.3: a transfer, never new money. */
export interface Referral {
  referred: string;
  share: Fraction;
  start: Month;
  months: number;
}

/** §5.4: κ of a pool as the two numbers it is made of. */
export interface PoolCoverage {
  logged: Minutes;
  available: Minutes;
}
/** Null or absent: unknown. */
export type Coverage = Readonly<Record<string, PoolCoverage | null>>;

export type YieldClass = 'H' | 'M' | 'L' | 'N';
export type Position = 'FUNDER' | 'BLACK_ZERO' | 'SUBSIDISED';
export type SubsidyState =
  | 'NO_DATA'
  | 'NEW'
  | 'FUNDER'
  | 'BLACK_ZERO'
  | 'WATCH'
  | 'TOLERATED'
  | 'OVER_LIMIT'
  | 'IN_REMEDY'
  | 'RECOVERING'
  | 'STRUCTURAL'
  | 'EXITING';
/** What people see of the subsidy state (visual language, States). */
export type UserState = 'carries' | 'even' | 'carried' | 'plan' | 'review' | 'open';
