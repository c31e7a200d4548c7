import { lastDayOf } from '../util/month.ts';
import type { CareOfYear, PromisedCare } from './assessment.ts';
import {
  assignedLevelAt,
  entitledCount,
  entitledMinutes,
  type LevelSpan,
  levelSpans,
} from './assigned-level.ts';
import { policyTables } from './policy-tables.ts';
import type { AccountInput, Cents, IsoDate, Minutes, Policy } from './types.ts';

export interface CareYear {
  promised: readonly PromisedCare[];
  /** Minutes so far, in the order of `promised`. */
  delivered: readonly Minutes[];
  /** Care cost of the year so far. */
  cents: Cents;
  /** Whole standard activities withheld so far, types in the order of the policy. */
  owed: readonly (readonly [type: string, count: number])[];
}

/**
 * Care of a calendar year up to and including a day: promised by the assigned levels, delivered by the books.
 * An activity is owed where its own count lags and the minutes of its pool are short by at least one such
 * activity, so that a visit replaced by as much other care of the pool is not asked for twice (domain §10.1).
 */
export function careOfYear(
  policy: Policy,
  account: AccountInput,
  careUntil: IsoDate,
  suggested: string,
): CareYear {
  const calendar = calendarOf(careUntil);
  const { first, last } = calendar;
  const promise = promiseOf(policy, account, calendar, suggested);
  const { pools: promised } = promise;
  const delivered = promised.map(() => 0);
  let cents = 0;
  for (const { month, care } of account.months) {
    if (month < first || month > last) continue;
    for (const line of care) {
      cents += line.cents;
      const pool = poolIndex(promised, line.pool);
      if (pool >= 0) delivered[pool]! += line.minutes;
    }
  }
  return { promised, delivered, cents, owed: owedOf(policy, account, calendar, promise, delivered) };
}

/** Promise and delivery side by side, one entry per pool of the policy. */
export function careOf({ promised, delivered }: Pick<CareYear, 'promised' | 'delivered'>): CareOfYear[] {
  return promised.map((pool, i) => ({ ...pool, deliveredMinutes: delivered[i]! }));
}

/** Few pools: walking the list is faster than a table built for each account. */
function poolIndex(pools: readonly PromisedCare[], id: string): number {
  for (let i = 0; i < pools.length; i++) if (pools[i]!.pool === id) return i;
  return -1;
}

/** What the assigned levels promise, without what was delivered. */
interface Promised {
  pools: readonly PromisedCare[];
  /** Whole activities promised up to the day, types with any only. */
  counts: readonly { type: string; count: number }[];
}

/** The year up to a day, and its months as texts. */
interface Calendar {
  until: IsoDate;
  year: number;
  first: string;
  last: string;
  newYear: IsoDate;
  yearEnd: IsoDate;
}

let calendar: Calendar | null = null;

/** All accounts of a portfolio are asked about the same day. */
function calendarOf(until: IsoDate): Calendar {
  if (calendar?.until === until) return calendar;
  const year = Number(until.slice(0, 4));
  calendar = {
    until,
    year,
    first: `${year}-01`,
    last: until.slice(0, 7),
    newYear: `${year}-01-01`,
    yearEnd: lastDayOf(`${year}-12`),
  };
  return calendar;
}

/** What each level promises that holds all year, for one policy and day. */
let wholeYears: { policy: Policy; until: IsoDate; byLevel: Map<string, Promised> } | null = null;

/** Most accounts keep one level all year: what that promises is computed once per level and day. */
function promiseOf(policy: Policy, account: AccountInput, dates: Calendar, suggested: string): Promised {
  const { until, year, first, newYear, yearEnd } = dates;
  const settled = !account.assigned.some(({ from }) => from > newYear && from <= yearEnd);
  if (!settled || (account.since !== null && account.since > first)) {
    const untilNow = levelSpans(account, year, until, suggested);
    return computePromise(policy, untilNow, levelSpans(account, year, yearEnd, suggested));
  }
  if (wholeYears?.policy !== policy || wholeYears.until !== until) {
    wholeYears = { policy, until, byLevel: new Map() };
  }
  const level = assignedLevelAt(account, newYear, suggested);
  const known = wholeYears.byLevel.get(level);
  if (known) return known;
  const span = (to: IsoDate): LevelSpan[] => [{ level, from: newYear, to }];
  const promise = computePromise(policy, span(until), span(yearEnd));
  wholeYears.byLevel.set(level, promise);
  return promise;
}

function computePromise(
  policy: Policy,
  untilNow: readonly LevelSpan[],
  wholeYear: readonly LevelSpan[],
): Promised {
  return {
    pools: policyTables(policy).pools.map((pool) => ({
      pool,
      entitledMinutes: entitledMinutes(policy, wholeYear, pool),
      dueMinutes: entitledMinutes(policy, untilNow, pool),
    })),
    counts: Object.keys(policy.activityTypes)
      .map((type) => ({ type, count: entitledCount(policy, untilNow, type) }))
      .filter(({ count }) => count > 0),
  };
}

/** The same empty list for all who are owed nothing. */
const NOTHING_OWED: CareYear['owed'] = [];

function owedOf(
  policy: Policy,
  account: AccountInput,
  calendar: Calendar,
  promise: Promised,
  delivered: readonly Minutes[],
): CareYear['owed'] {
  let owed = NOTHING_OWED;
  for (const { type, count: promised } of promise.counts) {
    const { pool, minutes } = policy.activityTypes[type]!;
    const at = poolIndex(promise.pools, pool);
    if (at < 0) continue;
    const behind = promise.pools[at]!.dueMinutes - delivered[at]! - taken(policy, owed, pool);
    const room = Math.floor(behind / minutes);
    if (room <= 0) continue;
    const count = Math.min(room, promised - deliveredCount(account, calendar, type));
    if (count > 0) owed = [...owed, [type, count]];
  }
  return owed;
}

/** Minutes of a pool that types before have claimed. */
function taken(policy: Policy, owed: CareYear['owed'], pool: string): Minutes {
  let minutes = 0;
  for (const [type, count] of owed) {
    const activity = policy.activityTypes[type]!;
    if (activity.pool === pool) minutes += count * activity.minutes;
  }
  return minutes;
}

function deliveredCount(account: AccountInput, { first, last }: Calendar, type: string): number {
  let count = 0;
  for (const { month, care } of account.months) {
    if (month < first || month > last) continue;
    for (const line of care) if (line.type === type) count += line.count;
  }
  return count;
}
