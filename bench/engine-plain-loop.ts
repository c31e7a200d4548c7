import type { AccountInput, Policy } from '../lib/engine/types.ts';

export interface PlainRow {
  id: string;
  net: number;
  db2: number;
  cts: number;
  db3: number;
  tolerance: number;
  position: string;
  tier: string;
  fundable: string;
  level: string;
  line: number;
}

/**
 * The bare arithmetic of one evaluation, written by hand for one policy: contribution levels, tolerance, tier by
 * ladder, fundable and suggested level, position, ledger by largest remainder, whale-curve peak. Products that
 * may pass 2^53 go through BigInt, as in the engine. No history, states, care of the year, limits or reasons.
 */
export function plainLoop(policy: Policy, costs: readonly number[], accounts: readonly AccountInput[]) {
  const rows: PlainRow[] = [];
  const { careShareMax, toleranceRel } = policy;
  let surplus = 0;
  let deficit = 0;
  for (const account of accounts) {
    let net = 0;
    let direct = 0;
    let cts = 0;
    for (const month of account.months) {
      net += month.gross - month.deductions;
      direct += month.cogs + month.direct;
      for (const care of month.care) cts += care.cents;
    }
    const db2 = net - direct;
    const db3 = db2 - cts;
    const tolerance = Math.max(policy.toleranceAbs, halfEven(Math.abs(net), toleranceRel.n, toleranceRel.d));
    const rank = db2 >= policy.yield.high ? 0 : db2 >= policy.yield.medium ? 1 : db2 > 0 ? 2 : 3;
    const lifted = account.potential >= policy.potentialHigh || account.multiplier;
    const tier = policy.tiers[Math.max(0, rank - (lifted ? 1 : 0))]!;
    let fundable = 0;
    for (let k = costs.length - 1; k > 0; k--) {
      if (atMost(costs[k]!, careShareMax.d, Math.max(0, db2), careShareMax.n)) {
        fundable = k;
        break;
      }
    }
    const cap = policy.levels.findIndex(({ id }) => id === tier.cap);
    rows.push({
      id: account.id,
      net,
      db2,
      cts,
      db3,
      tolerance,
      position: db3 > tolerance ? 'FUNDER' : db3 >= -tolerance ? 'BLACK_ZERO' : 'SUBSIDISED',
      tier: tier.id,
      fundable: policy.levels[fundable]!.id,
      level: policy.levels[Math.min(fundable, cap)]!.id,
      line: 0,
    });
    if (db3 > 0) surplus += db3;
    else deficit -= db3;
  }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  bookLines(rows, surplus, deficit);
  const sorted = rows.map(({ db3 }) => db3).sort((a, b) => b - a);
  let cumulated = 0;
  let peak = 0;
  for (const db3 of sorted) {
    cumulated += db3;
    if (cumulated > peak) peak = cumulated;
  }
  return { rows, surplus, deficit, peak };
}

function bookLines(rows: PlainRow[], surplus: number, deficit: number): void {
  const total = BigInt(Math.min(surplus, deficit));
  const sum = BigInt(Math.max(surplus, deficit));
  const pays = surplus >= deficit;
  const rests: { row: PlainRow; rest: bigint; weight: number }[] = [];
  let left = total;
  for (const row of rows) {
    const weight = pays ? row.db3 : -row.db3;
    if (weight <= 0) {
      row.line = -row.db3;
      continue;
    }
    const product = total * BigInt(weight);
    const part = product / sum;
    left -= part;
    row.line = pays ? -Number(part) : Number(part);
    rests.push({ row, rest: product % sum, weight });
  }
  rests.sort((a, b) =>
    a.rest === b.rest ? b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  );
  for (let i = 0; i < Number(left); i++) rests[i]!.row.line += pays ? -1 : 1;
}

function halfEven(a: number, n: number, d: number): number {
  const product = a * n;
  if (Number.isSafeInteger(product)) {
    const rest = product % d;
    const whole = (product - rest) / d;
    return rest * 2 > d || (rest * 2 === d && whole % 2 === 1) ? whole + 1 : whole;
  }
  const big = BigInt(a) * BigInt(n);
  const divisor = BigInt(d);
  const whole = big / divisor;
  const twice = 2n * (big % divisor);
  return Number(twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole);
}

function atMost(cost: number, d: number, db2: number, n: number): boolean {
  const left = cost * d;
  const right = db2 * n;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left <= right;
  return BigInt(cost) * BigInt(d) <= BigInt(db2) * BigInt(n);
}
