import { type Kysely, sql } from 'kysely';
import type { Coverage, Month, Policy, PoolCoverage } from '../../lib/engine/types.ts';
import { addMonths } from '../../lib/util/month.ts';
import type { Database } from '../store/schema.ts';
import { activityTypes, countedMinutes } from './care-lines.ts';

const WINDOW_MONTHS = 12;

/**
 * κ per pool of the windows that end with `asOf` and with the quarters before it (domain §5.4): logged minutes,
 * care without account and own fault included, against the practical minutes of the pool's people. Null where
 * the practical minutes of a month are not known.
 */
export async function coverageByQuarter(
  db: Kysely<Database>,
  policy: Policy,
  asOf: Month,
  quarters: number,
): Promise<Record<Month, Coverage>> {
  const logged = await loggedByMonth(db, policy);
  const available = await availableByPool(db);
  const result: Record<Month, Coverage> = {};
  for (let k = 0; k < quarters; k++) {
    const end = addMonths(asOf, -3 * k);
    const months = Array.from({ length: WINDOW_MONTHS }, (_, i) => addMonths(end, -i));
    result[end] = Object.fromEntries(
      Object.keys(policy.rates).map((pool) => [pool, poolCoverage(pool, months, logged, available)]),
    );
  }
  return result;
}

async function loggedByMonth(db: Kysely<Database>, policy: Policy): Promise<Map<string, number>> {
  const { rows } = await sql<{ pool: string; month: Month; minutes: number }>`
    select t.pool, a.month, sum(${countedMinutes(policy)})::bigint as minutes
    from activities a join ${activityTypes(policy)} on t.type = a.type
    group by t.pool, a.month`.execute(db);
  return new Map(rows.map(({ pool, month, minutes }) => [`${pool} ${month}`, minutes]));
}

type Capacity = { from: string; minutes: number | null };

async function availableByPool(db: Kysely<Database>): Promise<Map<string, Capacity[]>> {
  const rates = await db.selectFrom('capacity_rates').selectAll().orderBy('valid_from').execute();
  const byPool = new Map<string, Capacity[]>();
  for (const { pool, valid_from, practical_minutes_per_month: minutes } of rates) {
    byPool.set(pool, [...(byPool.get(pool) ?? []), { from: valid_from, minutes }]);
  }
  return byPool;
}

/** Months before the pool's first rate count for nothing: it was not measured yet. */
function poolCoverage(
  pool: string,
  months: readonly Month[],
  logged: ReadonlyMap<string, number>,
  available: ReadonlyMap<string, readonly Capacity[]>,
): PoolCoverage | null {
  const total = { logged: 0, available: 0 };
  for (const month of months) {
    const capacity = (available.get(pool) ?? []).findLast(({ from }) => from.slice(0, 7) <= month);
    if (!capacity) continue;
    if (capacity.minutes === null) return null;
    total.available += capacity.minutes;
    total.logged += logged.get(`${pool} ${month}`) ?? 0;
  }
  return total.available > 0 ? total : null;
}
