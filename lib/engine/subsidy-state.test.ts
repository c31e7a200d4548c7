import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { golden } from '../../tests/support/golden.ts';
import { nextState, type QuarterFacts, type StateResult } from './subsidy-state.ts';
import type { DevelopmentCase } from './types.ts';

interface Step {
  q: number;
  ageMonths: number;
  db3Q: number;
  db3T12: number;
  coverage: number;
  decision: string | null;
  state: string;
  bad: number;
  good: number;
  invested: number;
  off: number;
  why: string;
}
interface States {
  params: Record<string, string>;
  sequences: Record<string, Step[]>;
  case: { budget: number; horizon: number; planCum: number[]; tolerance: number };
}

const states = golden<States>('states');
const { params } = states;
const policy = {
  ...loadPolicy().policy,
  graceMonths: Number(params.graceMonths),
  structuralAfter: Number(params.structuralAfter),
  resetAfter: Number(params.resetAfter),
  planSlack: Number(params.planSlackCents),
  offTrackLimit: Number(params.offTrackLimit),
  recoverMax: Number(params.recoverMax),
};
const development: DevelopmentCase = {
  kind: 'development',
  start: '2026-01',
  horizonQuarters: states.case.horizon,
  budget: states.case.budget,
  plan: states.case.planCum,
};

const quiet: QuarterFacts = {
  known: true,
  provisional: false,
  balance: 0,
  tolerance: 10_000,
  balanceQ: 0,
  balanceQLastYear: null,
  case: null,
  exiting: false,
  remedy: false,
};
const loss = { ...quiet, balance: -50_000, balanceQ: -10_000 };

function run(quarters: readonly QuarterFacts[]): StateResult[] {
  const results: StateResult[] = [];
  for (const facts of quarters) results.push(nextState(policy, results.at(-1) ?? null, facts));
  return results;
}

describe.each(Object.entries(states.sequences))('golden sequence %s', (name, steps) => {
  const results = run(
    steps.map((step) => ({
      known: step.coverage >= Number(params.minCoverage),
      provisional: step.ageMonths < policy.graceMonths,
      balance: step.db3T12,
      tolerance: states.case.tolerance,
      balanceQ: step.db3Q,
      balanceQLastYear: null,
      case: /^S[12]-/.test(name) ? development : null,
      exiting: false,
      remedy: step.decision === 'repackage',
    })),
  );
  it.each(steps.map((step, i) => [step.q, step, results[i]!] as const))('quarter %i', (_, step, result) => {
    const { bad, good, invested, offTrack } = result.counters;
    expect({ state: result.state, why: result.why, bad, good, invested, off: offTrack }).toEqual({
      state: step.state,
      why: step.why,
      bad: step.bad,
      good: step.good,
      invested: step.invested,
      off: step.off,
    });
  });
});

describe('guards (domain §8)', () => {
  it('G4: a decided exit wins over case and remedy, but not over a funder', () => {
    expect(run([{ ...loss, exiting: true, remedy: true, case: development }])[0]?.state).toBe('EXITING');
    expect(run([{ ...quiet, balance: 20_000, exiting: true }])[0]?.state).toBe('FUNDER');
  });

  it('G5: past its horizon a case is over the limit, with the reason', () => {
    const short = { ...development, horizonQuarters: 2, plan: [] };
    const last = run([1, 2, 3].map(() => ({ ...loss, case: short }))).at(-1);
    expect([last?.state, last?.why]).toEqual(['OVER_LIMIT', 'horizon']);
  });

  it('G5: two quarters in a row far below plan are off track, one is not', () => {
    const planned = { ...development, plan: [100_000, 200_000] };
    expect(run([1, 2].map(() => ({ ...loss, case: planned }))).map(({ why }) => why)).toEqual([
      '',
      'off-track',
    ]);
  });

  it('G7: recovering ends after recoverMax quarters', () => {
    const improving = { ...loss, balanceQ: 0 };
    const results = run([{ ...loss, remedy: true }, ...Array.from({ length: 5 }, () => improving)]);
    expect(results.map(({ state }) => state)).toEqual([
      'IN_REMEDY',
      'RECOVERING',
      'RECOVERING',
      'RECOVERING',
      'RECOVERING',
      'STRUCTURAL',
    ]);
  });

  it('G7: a seasonal account recovers against the same quarter of the year before', () => {
    const better = { ...loss, balanceQLastYear: -30_000 };
    expect(run([{ ...loss, remedy: true }, better]).at(-1)?.state).toBe('RECOVERING');
    expect(run([{ ...loss, remedy: true }, loss]).at(-1)?.state).toBe('WATCH');
  });

  it('a quarter without data freezes every counter', () => {
    const results = run([loss, loss, { ...loss, known: false }, loss]);
    expect(results.map(({ counters }) => counters.bad)).toEqual([1, 2, 2, 3]);
  });
});
