import { lastDayOf } from '../util/month.ts';
import type { CareOfYear } from './assessment.ts';
import { entitledCount, entitledMinutes, levelSpans } from './assigned-level.ts';
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
  const untilNow = levelSpans(account, year, careUntil, suggested);
  const wholeYear = levelSpans(account, year, lastDayOf(`${year}-12`), suggested);
  const minutes = new Map<string, number>();
  const counts = new Map<string, number>();
  let cents = 0;
  for (const month of account.months) {
    if (month.month < `${year}-01` || month.month > careUntil.slice(0, 7)) continue;
    for (const line of month.care) {
      minutes.set(line.pool, (minutes.get(line.pool) ?? 0) + line.minutes);
      counts.set(line.type, (counts.get(line.type) ?? 0) + line.count);
      cents += line.cents;
    }
  }
  const pools = policyTables(policy).pools.map((pool) => ({
    pool,
    entitledMinutes: entitledMinutes(policy, wholeYear, pool),
    dueMinutes: entitledMinutes(policy, untilNow, pool),
    deliveredMinutes: minutes.get(pool) ?? 0,
  }));
  const withheld = new Map(pools.map((p) => [p.pool, Math.max(0, p.dueMinutes - p.deliveredMinutes)]));
  const owed: [string, number][] = [];
  for (const [type, activity] of Object.entries(policy.activityTypes)) {
    const behind = entitledCount(policy, untilNow, type) - (counts.get(type) ?? 0);
    const room = withheld.get(activity.pool) ?? 0;
    const count = Math.min(behind, Math.floor(room / activity.minutes));
    if (count <= 0) continue;
    owed.push([type, count]);
    withheld.set(activity.pool, room - count * activity.minutes);
  }
  return { year, pools, cents, owed };
}
