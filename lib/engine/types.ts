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
  graceMonths: number;
  onboardingLevel: string;
  /** Quarters below −τ until a loss counts as permanent (§8 G8). */
  structuralAfter: number;
  /** κ_min (§5.4). */
  coverageMin: Fraction;
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
}

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
