import type { LevelReason, TierReason } from './decision-reasons.ts';
import type { PotentialEstimate } from './potential.ts';
import type {
  Cents,
  Minutes,
  Month,
  Override,
  Policy,
  Position,
  SubsidyState,
  UserState,
  YieldClass,
} from './types.ts';

/** Money and care of one window, each level the exact sum of its booked lines (domain §5.3). */
export interface Figures {
  gross: Cents;
  deductions: Cents;
  net: Cents;
  cogs: Cents;
  db1: Cents;
  direct: Cents;
  db2: Cents;
  /** Cost-to-serve. */
  cts: Cents;
  db3: Cents;
}

/** Counters of the state machine (domain §8), cumulated over the quarters seen. */
export interface StateCounters {
  /** Quarters below −τ since the counter was last cleared, and quarters at or above since. */
  bad: number;
  good: number;
  /** Quarters RECOVERING in a row. */
  recovering: number;
  caseAge: number;
  /** Cumulated loss of the case, and its cumulated DB III. */
  invested: Cents;
  caseTotal: Cents;
  offTrack: number;
}

export type OverLimitWhy = '' | 'budget' | 'horizon' | 'off-track';

/** The line under the headline, words only; the shape of the contract's `StateLine`. */
export interface StateLineData {
  code:
    | 'on-plan'
    | 'due'
    | 'covered'
    | 'carried-quarters'
    | 'investment'
    | 'recovering'
    | 'exiting'
    | 'not-covered'
    | 'margin'
    | 'incomplete'
    | 'new';
  quarters?: number;
  month?: Month;
  level?: string;
}

/** Care promised for the calendar year in one pool (domain §10.1). */
export interface PromisedCare {
  pool: string;
  /** Until the end of the year, by the assigned levels. */
  entitledMinutes: Minutes;
  /** Until the day the care is counted to. */
  dueMinutes: Minutes;
}

/** Care of the calendar year in one pool: promised and delivered. */
export interface CareOfYear extends PromisedCare {
  deliveredMinutes: Minutes;
}

export interface Routing {
  verb: 'serve' | 'through';
  reason: 'level-inside' | 'level-field' | 'case' | 'new' | 'review' | 'no-owner';
}

/** One past evaluation; quarters are counted back from the as-of month. */
export interface QuarterResult {
  /** Last month of the quarter. */
  month: Month;
  tier: string;
  level: string;
  state: SubsidyState;
  userState: UserState;
  /** Why, as on that day. */
  line: StateLineData;
  /** DB III of the three months, and of the twelve that end with them. */
  db3: Cents;
  db3T12: Cents;
}

/** All the engine says about one account: what `WordsRow` and `MoneyRow` of the contract are made of. */
export interface Assessment extends Figures {
  id: string;
  parent: string | null;
  /** Delivered minutes of the window per pool. */
  minutes: Readonly<Record<string, Minutes>>;
  /** DB III if all care of the pool had been logged; null where coverage is complete or unknown (domain §5.4). */
  db3Low: Cents | null;
  /** Share of the structural costs; 0 where the policy names none. */
  overhead: Cents;
  /** What is judged and booked in the ledger: DB III, or DB III − overhead where the policy breaks even at NET. */
  balance: Cents;
  tolerance: Cents;
  /** By booked money; on screen only where `certain`. */
  position: Position;
  /** False where the interval spans two positions: no alarm, no statement. */
  certain: boolean;
  yieldClass: YieldClass;
  potential: Cents;
  /** Its source, date and confidence (domain §12.4). */
  potentialFrom: PotentialEstimate;
  /** By flag or by referral credit. */
  multiplier: boolean;
  tier: string;
  tierReason: TierReason;
  fundableLevel: string;
  /** floor(φ · max(0, DB II)). */
  fundableLimit: Cents;
  suggestedLevel: string;
  levelReason: LevelReason;
  /** The tier or level set by hand that holds at the as-of month; null without. */
  override: Override | null;
  /** Level the entitlement follows today. */
  assignedLevel: string;
  /** Standard cost of the assigned level. */
  packageCost: Cents;
  /** Care delivered beyond φ · DB II (domain §7.2); 0 where covered. */
  expectationGap: Cents;
  state: SubsidyState;
  /** Why OVER_LIMIT; empty otherwise. */
  stateWhy: OverLimitWhy;
  counters: StateCounters;
  userState: UserState;
  line: StateLineData;
  /** Loss before care: DB II below zero (domain §15). */
  marginLoss: boolean;
  /** + received from the pool, − paid into it. Under `unit: group` the line of the group stands on each member. */
  ledgerLine: Cents;
  /** Part of a deficit that no surplus covers. */
  uncovered: Cents;
  /** Promise of the calendar year, policy pools in code-unit order; accounts that keep one level all year share it. */
  promised: readonly PromisedCare[];
  /** Minutes delivered so far this year, in the order of `promised`; `careOf` puts the two together. */
  delivered: readonly Minutes[];
  /** max(0, standard cost of the assigned level − care cost of the year). */
  careLeft: Cents;
  /** Standard activities withheld so far this year: `[["visit", 2]]`. */
  owed: readonly (readonly [type: string, count: number])[];
  /** The best go short: top level, something owed, coverage sufficient. */
  due: boolean;
  /** Pool that serves the suggested level. */
  servedBy: string;
  routing: Routing;
  estimated: boolean;
  provisional: boolean;
  /** DB III of the last three months. */
  db3Quarter: Cents;
  /** Evaluations before this one, oldest first; `historyOf` adds the current one. */
  past: readonly QuarterResult[];
}

export interface LedgerLine {
  id: string;
  db3: Cents;
  paid: Cents;
  received: Cents;
  /** received − paid. */
  line: Cents;
  retained: Cents;
  uncovered: Cents;
}

/** Zero-sum statement of one window (domain §9.1). */
export interface Ledger {
  unit: 'account' | 'group';
  surplus: Cents;
  deficit: Cents;
  /** min(surplus, deficit). */
  transferred: Cents;
  retained: Cents;
  uncovered: Cents;
  /** σ = deficit / surplus, six decimal places; null without surplus. */
  subsidyRatio: string | null;
  /** By id in code-unit order. */
  lines: readonly LedgerLine[];
}

/** Whale-curve measures (domain §11). Percentages have four places; null where the total is ≤ 0. */
export interface WhaleCurve {
  accounts: number;
  unprofitable: number;
  total: Cents;
  /** Number of accounts at the peak, and the cumulated amount there. */
  peakAt: number;
  peak: Cents;
  peakPercent: string | null;
  /** ceil(20 % of the accounts), and their share of the total. */
  topFifth: number;
  topFifthPercent: string | null;
  /** Cumulated amounts for drawing: at most 200 points, peak and end among them. */
  points: readonly { at: number; cents: Cents }[];
}

export const DEFICIT_REASONS = [
  'new',
  'development',
  'multiplier',
  'strategic',
  'remedy',
  'watch',
  'structural',
  'over_limit',
  'exiting',
  'no_data',
  'tolerance',
] as const;
/** Split of the deficit by state (domain §9.5); the first four are tolerated. */
export type DeficitReason = (typeof DEFICIT_REASONS)[number];

/** Crowding-out of one pool (domain §11 L1); ratios with four places. */
export interface Crowding {
  pool: string;
  entitledTop: Minutes;
  withheldTop: Minutes;
  withheldRatio: string;
  overNonFunder: Minutes;
  crowdedOut: Minutes;
  crowdedOutRatio: string;
  /** Share of the pool's minutes that went to accounts with DB III < 0; null without minutes. */
  toSubsidisedShare: string | null;
}

export type Alarm = 'green' | 'amber' | 'red' | 'silent';
export interface LimitResult {
  limit: 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'L6';
  /** Pool of L1 and L6; null for the others. */
  pool: string | null;
  /** Four places (L2: six); null where undefined. */
  ratio: string | null;
  /** `silent`: data too thin or too few accounts. */
  alarm: Alarm;
}

export interface Portfolio {
  policy: Policy;
  currency: string;
  asOf: Month;
  /** First month of the window; the last is `asOf`. */
  from: Month;
  /** Calendar year that the accounts' promised and delivered care belongs to. */
  careYear: number;
  nextReview: Month;
  /** By id in code-unit order. */
  accounts: readonly Assessment[];
  ledger: Ledger;
  /** The same window by group; null where no account has a parent. */
  groupLedger: Ledger | null;
  whaleCurve: WhaleCurve;
  deficitByReason: Readonly<Record<DeficitReason, Cents>>;
  /** Sum of the first four reasons, the budget β·S, and what lies above it. */
  tolerated: Cents;
  toleratedBudget: Cents;
  crowding: readonly Crowding[];
  limits: readonly LimitResult[];
  /** `unknown` without any activity: DB III is then DB II (formats: report). */
  care: 'known' | 'partly' | 'unknown';
}
