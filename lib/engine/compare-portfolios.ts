import { byCodeUnit } from '../util/code-unit-order.ts';
import type { Assessment, Ledger, LimitResult, Portfolio, WhaleCurve } from './assessment.ts';
import { levelIndex } from './level.ts';
import { policyTables } from './policy-tables.ts';
import type { Cents, Minutes } from './types.ts';

/** Accounts that move from one value to another, with what their DB III adds up to. */
export interface Move {
  from: string;
  to: string;
  count: number;
  db3: Cents;
  /** By id in code-unit order. */
  ids: readonly string[];
}

export interface Side {
  version: string;
  ledger: Pick<Ledger, 'surplus' | 'deficit' | 'transferred' | 'retained' | 'uncovered' | 'subsidyRatio'>;
  whaleCurve: WhaleCurve;
  limits: readonly LimitResult[];
  /** Standard cost of all suggested levels, and the minutes a year they promise per pool. */
  promisedCost: Cents;
  promisedMinutes: Readonly<Record<string, Minutes>>;
}

/** What a change of the concept does to the same facts (domain §17.2): read before it is activated. */
export interface Comparison {
  accounts: number;
  tiers: readonly Move[];
  levels: readonly Move[];
  states: readonly Move[];
  /** Accounts whose ledger line moves, and by how much in sum of absolute amounts. */
  lines: { count: number; cents: Cents };
  before: Side;
  after: Side;
}

/**
 * Compares two judgements of the same accounts.
 * @throws RangeError where the accounts differ.
 */
export function comparePortfolios(before: Portfolio, after: Portfolio): Comparison {
  if (before.accounts.some(({ id }, i) => id !== after.accounts[i]?.id)) {
    throw new RangeError('two judgements can only be compared over the same accounts');
  }
  const pairs = before.accounts.map((was, i) => ({ was, is: after.accounts[i]! }));
  const shifts = pairs.map(({ was, is }) => Math.abs(is.ledgerLine - was.ledgerLine)).filter((by) => by > 0);
  return {
    accounts: pairs.length,
    tiers: movesOf(pairs, ({ tier }) => tier),
    levels: movesOf(pairs, ({ suggestedLevel }) => suggestedLevel),
    states: movesOf(pairs, ({ state }) => state),
    lines: { count: shifts.length, cents: shifts.reduce((sum, by) => sum + by, 0) },
    before: sideOf(before),
    after: sideOf(after),
  };
}

function movesOf(
  pairs: readonly { was: Assessment; is: Assessment }[],
  of: (account: Assessment) => string,
): Move[] {
  const moves = new Map<string, { from: string; to: string; db3: Cents; ids: string[] }>();
  for (const { was, is } of pairs) {
    const from = of(was);
    const to = of(is);
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    const move = moves.get(key) ?? { from, to, db3: 0, ids: [] };
    move.db3 += is.db3;
    move.ids.push(is.id);
    moves.set(key, move);
  }
  return [...moves.values()]
    .map((move) => ({ ...move, count: move.ids.length }))
    .sort((a, b) => b.count - a.count || byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to));
}

function sideOf(portfolio: Portfolio): Side {
  const { policy, ledger, whaleCurve, limits } = portfolio;
  const { pools, levelCosts, levelMinutes } = policyTables(policy);
  const promised: Record<string, Minutes> = Object.fromEntries(pools.map((pool) => [pool, 0]));
  let cost = 0;
  for (const { suggestedLevel } of portfolio.accounts) {
    const index = levelIndex(policy, suggestedLevel);
    cost += levelCosts[index]!;
    for (const pool of pools) promised[pool]! += levelMinutes[index]![pool]!;
  }
  const { surplus, deficit, transferred, retained, uncovered, subsidyRatio } = ledger;
  return {
    version: policy.version,
    ledger: { surplus, deficit, transferred, retained, uncovered, subsidyRatio },
    whaleCurve,
    limits,
    promisedCost: cost,
    promisedMinutes: promised,
  };
}
