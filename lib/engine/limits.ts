import { compareRatio, ratioText } from '../util/ratio.ts';
import type { Alarm, Crowding, Ledger, LimitResult } from './assessment.ts';
import { isThin } from './coverage.ts';
import type { AmberRed, Cents, Coverage, Minutes, Policy } from './types.ts';

export interface LimitFacts {
  ledger: Ledger;
  accounts: number;
  crowding: readonly Crowding[];
  coverage: Coverage;
  /** Σ deficits of STRUCTURAL and OVER_LIMIT accounts. */
  permanentDeficit: Cents;
  tolerated: Cents;
  toleratedBudget: Cents;
  /** Promised and practical minutes a year per pool. */
  promise: readonly { pool: string; promised: Minutes; practical: Minutes }[];
}

/** The board of domain §11, from one evaluation; L1 settles over several by `settleCrowding`. */
export function limitsOf(policy: Policy, facts: LimitFacts): LimitResult[] {
  const { ledger } = facts;
  const { limits } = policy;
  const enough = facts.accounts >= limits.minAccounts;
  let largestDeficit = 0;
  let largestPayer = 0;
  for (const { db3, paid } of ledger.lines) {
    if (-db3 > largestDeficit) largestDeficit = -db3;
    if (paid > largestPayer) largestPayer = paid;
  }
  const overBudget = facts.tolerated > facts.toleratedBudget;
  const subsidy = levelOf(ledger.deficit, ledger.surplus, limits.subsidyRatio);
  return [
    ...facts.crowding.map(
      (crowding): LimitResult => ({
        limit: 'L1',
        pool: crowding.pool,
        ratio: crowding.crowdedOutRatio,
        alarm: crowdingAlarm(policy, crowding, facts.coverage),
      }),
    ),
    {
      limit: 'L2',
      pool: null,
      ratio: ledger.subsidyRatio,
      alarm: subsidy === 'green' && overBudget ? 'amber' : subsidy,
    },
    {
      limit: 'L3',
      pool: null,
      ratio: ratioText(largestDeficit, ledger.deficit, 4),
      alarm: enough ? singleRecipient(policy, largestDeficit, ledger) : 'silent',
    },
    {
      limit: 'L4',
      pool: null,
      ratio: ratioText(facts.permanentDeficit, ledger.surplus, 4),
      alarm: levelOf(facts.permanentDeficit, ledger.surplus, limits.permanence),
    },
    {
      limit: 'L5',
      pool: null,
      ratio: ratioText(largestPayer, ledger.transferred, 4),
      alarm: enough ? levelOf(largestPayer, ledger.transferred, limits.dependency) : 'silent',
    },
    ...facts.promise.map(
      ({ pool, promised, practical }): LimitResult => ({
        limit: 'L6',
        pool,
        ratio: ratioText(promised, practical, 4),
        alarm: levelOf(promised, practical, limits.promise),
      }),
    ),
  ];
}

/** Raw alarm of one pool: silent while too few minutes are concerned or logging is too thin. */
export function crowdingAlarm(policy: Policy, crowding: Crowding, coverage: Coverage): Alarm {
  if (isThin(policy, coverage[crowding.pool])) return 'silent';
  if (crowding.crowdedOut < policy.limits.crowdingOutMinutes) return 'silent';
  return levelOf(crowding.crowdedOut, crowding.entitledTop, policy.limits.crowdingOut);
}

/** Red on the share of the surplus, amber on the share of the deficit. */
function singleRecipient(policy: Policy, largest: Cents, ledger: Ledger): Alarm {
  const { red, amber } = policy.limits.singleRecipient;
  if (largest === 0) return 'green';
  if (compareRatio(largest, ledger.surplus, red.n, red.d) >= 0) return 'red';
  return compareRatio(largest, ledger.deficit, amber.n, amber.d) >= 0 ? 'amber' : 'green';
}

/** Nothing over nothing is green; something over nothing is red. */
function levelOf(part: number, whole: number, bounds: AmberRed): Alarm {
  if (part === 0) return 'green';
  if (compareRatio(part, whole, bounds.red.n, bounds.red.d) >= 0) return 'red';
  return compareRatio(part, whole, bounds.amber.n, bounds.amber.d) >= 0 ? 'amber' : 'green';
}
