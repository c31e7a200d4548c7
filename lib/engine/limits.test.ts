import { describe, expect, it } from 'vitest';
import { assessTerse } from '../../api/assess/assess-terse.ts';
import { TersePortfolio, terseToAccounts } from '../../api/assess/terse-portfolio.ts';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { golden } from '../../tests/support/golden.ts';
import type { Crowding, LimitResult } from './assessment.ts';
import { settleCrowding } from './crowding-alarm.ts';
import { computeLedger } from './ledger.ts';
import { limitsOf } from './limits.ts';
import { snapshotRow } from './snapshot.ts';

const { policy } = loadPolicy();
const raw = { ...policy, limits: { ...policy.limits, minAccounts: 0 } };

function crowdingOf(answer: Record<string, unknown>): Crowding[] {
  type Printed = { entitledTopMin: number; crowdedOutMin: number; crowdedOutRatio: string };
  const pools = Object.entries((answer.crowding ?? {}) as Record<string, Printed>);
  return pools.map(([pool, printed]) => crowding(printed.crowdedOutMin, printed.entitledTopMin, pool));
}

function crowding(crowdedOut: number, entitledTop: number, pool = 'field'): Crowding {
  return {
    pool,
    entitledTop,
    withheldTop: crowdedOut,
    withheldRatio: '',
    overNonFunder: crowdedOut,
    crowdedOut,
    crowdedOutRatio: '',
    toSubsidisedShare: null,
  };
}

function board(name: string, rules = raw): Record<string, LimitResult> {
  const accounts = terseToAccounts(TersePortfolio.parse(golden(name)));
  const limits = limitsOf(rules, {
    ledger: computeLedger(accounts.map((account) => snapshotRow(policy, account))),
    accounts: accounts.length,
    crowding: crowdingOf(assessTerse(policy, accounts)),
    coverage: {},
    permanentDeficit: 0,
    tolerated: 0,
    toleratedBudget: 0,
    promise: [],
  });
  return Object.fromEntries(limits.map((limit) => [limit.limit + (limit.pool ?? ''), limit]));
}

interface Golden {
  sigma: string;
  L2: string;
  maxRecipientShareOfDeficit: string;
  maxPayerShareOfPool: string;
}

describe.each(Object.entries(golden<Record<string, Golden>>('limits')))('golden %s', (name, expected) => {
  const limits = board(name);
  it('ratios are exact', () => {
    expect(limits.L2).toMatchObject({ ratio: expected.sigma, alarm: expected.L2 });
    expect(limits.L3?.ratio).toBe(expected.maxRecipientShareOfDeficit);
    expect(limits.L5?.ratio).toBe(expected.maxPayerShareOfPool);
  });
});

it.each([
  ['P1', { L3: 'red', L5: 'red' }],
  ['P2', { L3: 'red', L5: 'amber' }],
  ['P3', { L1field: 'red', L1inside: 'silent', L3: 'amber', L5: 'amber' }],
])('raw alarms of %s (domain §14.7)', (name, expected) => {
  const limits = board(name);
  for (const [limit, alarm] of Object.entries(expected))
    expect([limit, limits[limit]?.alarm]).toEqual([limit, alarm]);
});

it('with few accounts only σ and crowding-out speak', () => {
  const limits = board('P3', policy);
  expect([limits.L1field?.alarm, limits.L2?.alarm]).toEqual(['red', 'green']);
  expect([limits.L3?.alarm, limits.L5?.alarm]).toEqual(['silent', 'silent']);
});

it('a board over nothing is green; a deficit without surplus is red', () => {
  const limits = (db3: number) =>
    limitsOf(raw, {
      ledger: computeLedger([{ id: 'a', db3 }]),
      accounts: 1,
      crowding: [],
      coverage: {},
      permanentDeficit: Math.max(0, -db3),
      tolerated: 0,
      toleratedBudget: 0,
      promise: [{ pool: 'field', promised: 96, practical: 100 }],
    }).map(({ limit, alarm }) => limit + alarm);
  expect(limits(0)).toEqual(['L2green', 'L3green', 'L4green', 'L5green', 'L6amber']);
  expect(limits(-1)).toEqual(['L2red', 'L3red', 'L4red', 'L5green', 'L6amber']);
});

it('speaks about portfolios of any size', () => {
  const units = Array.from({ length: 200_000 }, (_, i) => ({ id: `k${i}`, db3: (i % 7) - 3 }));
  const limits = limitsOf(policy, {
    ledger: computeLedger(units),
    accounts: units.length,
    crowding: [],
    coverage: {},
    permanentDeficit: 0,
    tolerated: 0,
    toleratedBudget: 0,
    promise: [],
  });
  expect(limits.map(({ alarm }) => alarm)).toEqual(['red', 'green', 'green', 'green']);
});

describe('L1 settles over evaluations (domain §11)', () => {
  const settle = (...parts: readonly number[]) =>
    settleCrowding(
      policy,
      parts.map((x) => ({ crowding: crowding(x, 10_000), coverage: {} })),
    );
  it('one bad evaluation raises nothing, two of three do', () => {
    expect(settle(1_500)).toBe('green');
    expect(settle(1_500, 0, 1_500)).toBe('red');
    expect(settle(600, 1_500)).toBe('amber');
    expect(settle(1_500, 0, 0, 1_500)).toBe('green');
  });
  it('clears only after two evaluations below 3 %', () => {
    expect(settle(1_500, 1_500, 400)).toBe('red');
    expect(settle(1_500, 1_500, 400, 400, 400)).toBe('red');
    expect(settle(1_500, 1_500, 100)).not.toBe('green');
    expect(settle(1_500, 1_500, 100, 100)).not.toBe('red');
  });
  it('thin data say nothing', () => {
    const coverage = { field: { logged: 1, available: 10 } };
    expect(settleCrowding(policy, [{ crowding: crowding(1_500, 10_000), coverage }])).toBe('silent');
  });
});
