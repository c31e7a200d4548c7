import type { AccountInput, Policy } from '../lib/engine/types.ts';
import { atMost, bookLines, halfEven, wholePart } from './engine-plain-money.ts';

export interface PlainRow {
  id: string;
  gross: number;
  net: number;
  db1: number;
  db2: number;
  cts: number;
  db3: number;
  tolerance: number;
  position: string;
  tier: string;
  fundable: string;
  limit: number;
  level: string;
  gap: number;
  careLeft: number;
  due: number[];
  delivered: number[];
  line: number;
  uncovered: number;
}

/** What the policy says about each level: cost, and minutes a year per pool. */
export interface PlainLevels {
  pools: readonly string[];
  costs: readonly number[];
  minutes: readonly (readonly number[])[];
}

/**
 * The bare arithmetic of one evaluation, written by hand for one policy and one window: contribution levels,
 * tolerance, position, tier by ladder, fundable and suggested level, expectation gap, care of the year against
 * its promise, crowding-out, deficit within and beyond the tolerance, promised minutes, ledger by largest
 * remainder, whale-curve peak. Products that may pass 2^53 go through BigInt, as in the engine. It knows no
 * history, cases, decisions, hysteresis, overrides, coverage, groups, and keeps no reason for anything.
 */
export function plainLoop(
  policy: Policy,
  levels: PlainLevels,
  accounts: readonly AccountInput[],
  { newYear, until, days, yearDays }: { newYear: string; until: string; days: number; yearDays: number },
) {
  const { careShareMax, toleranceRel } = policy;
  const { pools, costs, minutes } = levels;
  const rows: PlainRow[] = [];
  const crowding = pools.map(() => ({
    entitledTop: 0,
    withheldTop: 0,
    over: 0,
    delivered: 0,
    toUnfunded: 0,
  }));
  const promised = pools.map(() => 0);
  let surplus = 0;
  let deficit = 0;
  let withinTolerance = 0;
  for (const account of accounts) {
    let gross = 0;
    let net = 0;
    let cogs = 0;
    let direct = 0;
    let cts = 0;
    let careCost = 0;
    const delivered = pools.map(() => 0);
    for (const month of account.months) {
      gross += month.gross;
      net += month.gross - month.deductions;
      cogs += month.cogs;
      direct += month.direct;
      const inYear = month.month >= newYear && month.month <= until;
      for (const care of month.care) {
        cts += care.cents;
        if (!inYear) continue;
        careCost += care.cents;
        const pool = pools.indexOf(care.pool);
        if (pool >= 0) delivered[pool]! += care.minutes;
      }
    }
    const db1 = net - cogs;
    const db2 = db1 - direct;
    const db3 = db2 - cts;
    const tolerance = Math.max(policy.toleranceAbs, halfEven(Math.abs(net), toleranceRel.n, toleranceRel.d));
    const rank = db2 >= policy.yield.high ? 0 : db2 >= policy.yield.medium ? 1 : db2 > 0 ? 2 : 3;
    const lifted = account.potential >= policy.potentialHigh || account.multiplier;
    const tier = policy.tiers[Math.max(0, rank - (lifted ? 1 : 0))]!;
    const basis = Math.max(0, db2);
    let fundable = costs.length - 1;
    while (fundable > 0 && !atMost(costs[fundable]!, careShareMax.d, basis, careShareMax.n)) fundable--;
    const cap = policy.levels.findIndex(({ id }) => id === tier.cap);
    const level = Math.min(fundable, cap);
    const limit = wholePart(basis, careShareMax.n, careShareMax.d);
    const due = minutes[level]!.map((yearly) => wholePart(yearly, days, yearDays));
    const position = db3 > tolerance ? 'FUNDER' : db3 >= -tolerance ? 'BLACK_ZERO' : 'SUBSIDISED';
    for (let i = 0; i < pools.length; i++) {
      const sums = crowding[i]!;
      promised[i]! += minutes[level]![i]!;
      sums.delivered += delivered[i]!;
      if (db3 < 0) {
        sums.toUnfunded += delivered[i]!;
        sums.over += Math.max(0, delivered[i]! - due[i]!);
      }
      if (cap === costs.length - 1) {
        sums.entitledTop += due[i]!;
        sums.withheldTop += Math.max(0, due[i]! - delivered[i]!);
      }
    }
    if (db3 > 0) surplus += db3;
    else deficit -= db3;
    if (db3 < 0 && position === 'BLACK_ZERO') withinTolerance -= db3;
    rows.push({
      id: account.id,
      gross,
      net,
      db1,
      db2,
      cts,
      db3,
      tolerance,
      position,
      tier: tier.id,
      fundable: policy.levels[fundable]!.id,
      limit,
      level: policy.levels[level]!.id,
      gap: Math.max(0, cts - limit),
      careLeft: Math.max(0, costs[level]! - careCost),
      due,
      delivered,
      line: 0,
      uncovered: 0,
    });
  }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  bookLines(rows, surplus, deficit);
  return { rows, surplus, deficit, withinTolerance, crowding, promised, peak: peakOf(rows) };
}

/** Highest point of the whale curve. */
function peakOf(rows: readonly PlainRow[]): number {
  const sorted = Float64Array.from(rows, ({ db3 }) => db3).sort();
  let cumulated = 0;
  let peak = 0;
  for (let i = sorted.length - 1; i >= 0; i--) {
    cumulated += sorted[i]!;
    if (cumulated > peak) peak = cumulated;
  }
  return peak;
}
