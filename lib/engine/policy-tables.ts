import { byCodeUnit } from '../util/code-unit-order.ts';
import { costOfMinutes } from './cost-to-serve.ts';
import type { Cents, Minutes, Policy } from './types.ts';

/** What follows from a policy alone and is asked for once per account: computed once per policy object. */
export interface PolicyTables {
  /** Pools with a planned rate, in code-unit order. */
  pools: readonly string[];
  levelIndex: ReadonlyMap<string, number>;
  tierIndex: ReadonlyMap<string, number>;
  /** Standard cost per level, lowest level first. */
  levelCosts: readonly Cents[];
  /** Promised minutes a year per level and pool. */
  levelMinutes: readonly Readonly<Record<string, Minutes>>[];
  /** Pool that serves each level, and whether people of it visit customers for that level. */
  servedBy: readonly string[];
  fieldCare: readonly boolean[];
}

const cache = new WeakMap<Policy, PolicyTables>();
/** Asked for several times per account, nearly always of the same policy: the last answer is kept at hand. */
let lastPolicy: Policy | null = null;
let lastTables: PolicyTables | null = null;

/** @throws RangeError for a level with an unknown activity type or a pool without rate. */
export function policyTables(policy: Policy): PolicyTables {
  if (policy === lastPolicy && lastTables !== null) return lastTables;
  const tables = cache.get(policy) ?? buildTables(policy);
  cache.set(policy, tables);
  lastPolicy = policy;
  lastTables = tables;
  return tables;
}

function buildTables(policy: Policy): PolicyTables {
  const pools = Object.keys(policy.rates).sort(byCodeUnit);
  const levelCosts: Cents[] = [];
  const levelMinutes: Record<string, Minutes>[] = [];
  const servedBy: string[] = [];
  for (const level of policy.levels) {
    const minutes: Record<string, Minutes> = Object.fromEntries(pools.map((pool) => [pool, 0]));
    let cost = 0;
    for (const [type, count] of level.activities) {
      const activity = policy.activityTypes[type];
      if (!activity)
        throw new RangeError(`level "${level.id}" promises "${type}", which is no activity type`);
      const rate = policy.rates[activity.pool];
      if (rate === undefined) throw new RangeError(`pool "${activity.pool}" of "${type}" has no rate`);
      minutes[activity.pool]! += activity.minutes * count;
      cost += costOfMinutes(activity.minutes * count, rate);
    }
    levelCosts.push(cost);
    levelMinutes.push(minutes);
    servedBy.push(servingPool(policy, pools, minutes));
  }
  return {
    pools,
    levelIndex: new Map(policy.levels.map((level, i) => [level.id, i])),
    tierIndex: new Map(policy.tiers.map((tier, i) => [tier.id, i])),
    levelCosts,
    levelMinutes,
    servedBy,
    fieldCare: levelMinutes.map((minutes) => policy.fieldPools.some((pool) => (minutes[pool] ?? 0) > 0)),
  };
}

/** A field pool where the level promises visits, else the pool with most of its minutes. */
function servingPool(policy: Policy, pools: readonly string[], minutes: Record<string, Minutes>): string {
  const field = pools.find((pool) => policy.fieldPools.includes(pool) && minutes[pool]! > 0);
  if (field !== undefined) return field;
  const office = pools.filter((pool) => !policy.fieldPools.includes(pool));
  const candidates = office.length > 0 ? office : pools;
  return candidates.reduce(
    (best, pool) => (minutes[pool]! > minutes[best]! ? pool : best),
    candidates[0] ?? '',
  );
}
