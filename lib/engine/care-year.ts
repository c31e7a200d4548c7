import { lastDayOf } from '../util/month.ts';
import type { CareOfYear } from './assessment.ts';
import { entitledCount, entitledMinutes, type LevelSpan, levelSpans } from './assigned-level.ts';
import { policyTables } from './policy-tables.ts';
import type { AccountInput, Cents, IsoDate, Policy } from './types.ts';

export interface CareYear {
  year: number;
  pools: CareOfYear[];
  /** Care cost of the year so far. */
  cents: Cents;
  /** Whole standard activities withheld so far, types in the order of the policy. */
  owed: [type: string, count: number][];
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
  const year = Number(careUntil.slice(0, 4));
  const promise = promiseOf(policy, account, careUntil, suggested);
  const first = `${year}-01`;
  const last = careUntil.slice(0, 7);
  const minutes: Record<string, number> = {};
  const counts: Record<string, number> = {};
  let cents = 0;
  for (const { month, care } of account.months) {
    if (month < first || month > last) continue;
    for (const line of care) {
      minutes[line.pool] = (minutes[line.pool] ?? 0) + line.minutes;
      counts[line.type] = (counts[line.type] ?? 0) + line.count;
      cents += line.cents;
    }
  }
  const pools = promise.pools.map((pool) => ({ ...pool, deliveredMinutes: minutes[pool.pool] ?? 0 }));
  return { year, pools, cents, owed: owedOf(policy, promise, pools, counts) };
}

/** What the assigned levels promise, without what was delivered. */
interface Promised {
  pools: readonly Omit<CareOfYear, 'deliveredMinutes'>[];
  /** Whole activities promised up to the day, types with any only. */
  counts: readonly (readonly [type: string, count: number])[];
}

const wholeYears = new WeakMap<Policy, Map<string, Promised>>();

/** Most accounts keep one level all year: what that promises is computed once per level and day. */
function promiseOf(policy: Policy, account: AccountInput, careUntil: IsoDate, suggested: string): Promised {
  const year = Number(careUntil.slice(0, 4));
  const untilNow = levelSpans(account, year, careUntil, suggested);
  const wholeYear = levelSpans(account, year, lastDayOf(`${year}-12`), suggested);
  const [only] = wholeYear;
  if (!only || wholeYear.length > 1 || only.from !== `${year}-01-01`) {
    return computePromise(policy, untilNow, wholeYear);
  }
  const known = wholeYears.get(policy) ?? new Map<string, Promised>();
  wholeYears.set(policy, known);
  const key = `${careUntil} ${only.level}`;
  const promise = known.get(key) ?? computePromise(policy, untilNow, wholeYear);
  known.set(key, promise);
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

function owedOf(
  policy: Policy,
  promise: Promised,
  pools: readonly CareOfYear[],
  counts: Readonly<Record<string, number>>,
): CareYear['owed'] {
  const owed: CareYear['owed'] = [];
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
  return owed;
}
