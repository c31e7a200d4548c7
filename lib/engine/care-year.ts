import { lastDayOf } from '../util/month.ts';
import type { CareOfYear } from './assessment.ts';
import {
  assignedLevelAt,
  entitledCount,
  entitledMinutes,
  type LevelSpan,
  levelSpans,
} from './assigned-level.ts';
import { policyTables } from './policy-tables.ts';
import type { AccountInput, Cents, IsoDate, Policy } from './types.ts';

export interface CareYear {
  year: number;
  pools: CareOfYear[];
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
  const { year, first, last } = calendar;
  const promise = promiseOf(policy, account, calendar, suggested);
  const minutes: Record<string, number> = {};
  const counts: Record<string, number> = {};
  let cents = 0;
  for (const { month, care } of account.months) {
    if (month < first || month > last) continue;
    for (let i = 0; i < care.length; i++) {
      const line = care[i]!;
      minutes[line.pool] = (minutes[line.pool] ?? 0) + line.minutes;
      counts[line.type] = (counts[line.type] ?? 0) + line.count;
      cents += line.cents;
    }
  }
  const pools: CareOfYear[] = [];
  for (let i = 0; i < promise.pools.length; i++) {
    const { pool, entitledMinutes: entitled, dueMinutes } = promise.pools[i]!;
    pools.push({ pool, entitledMinutes: entitled, dueMinutes, deliveredMinutes: minutes[pool] ?? 0 });
  }
  return { year, pools, cents, owed: owedOf(policy, promise, pools, counts) };
}

/** What the assigned levels promise, without what was delivered. */
interface Promised {
  pools: readonly Omit<CareOfYear, 'deliveredMinutes'>[];
  /** Whole activities promised up to the day, types with any only. */
  counts: readonly (readonly [type: string, count: number])[];
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
      .map((type) => [type, entitledCount(policy, untilNow, type)] as const)
      .filter(([, count]) => count > 0),
  };
}

/** The same empty list for all who are owed nothing. */
const NOTHING_OWED: CareYear['owed'] = [];

function owedOf(
  policy: Policy,
  promise: Promised,
  pools: readonly CareOfYear[],
  counts: Readonly<Record<string, number>>,
): CareYear['owed'] {
  if (promise.counts.length === 0) return NOTHING_OWED;
  const owed: (readonly [type: string, count: number])[] = [];
  const taken: Record<string, number> = {};
  for (const [type, promised] of promise.counts) {
    const behind = promised - (counts[type] ?? 0);
    if (behind <= 0) continue;
    const { pool, minutes } = policy.activityTypes[type]!;
    const care = pools.find((entry) => entry.pool === pool);
    if (!care) continue;
    const room = care.dueMinutes - care.deliveredMinutes - (taken[pool] ?? 0);
    const count = Math.min(behind, Math.floor(room / minutes));
    if (count <= 0) continue;
    owed.push([type, count]);
    taken[pool] = (taken[pool] ?? 0) + count * minutes;
  }
  return owed.length === 0 ? NOTHING_OWED : owed;
}
