import type { OverLimitWhy, StateCounters } from './assessment.ts';
import { positionOf } from './position.ts';
import type { Cents, DevelopmentCase, Policy, SubsidyState } from './types.ts';

export interface StateResult {
  state: SubsidyState;
  why: OverLimitWhy;
  counters: StateCounters;
}

/** What one quarter brings (domain §8). */
export interface QuarterFacts {
  /** False: coverage below κ_min, or nothing logged at all. */
  known: boolean;
  provisional: boolean;
  /** DB III of twelve months, after the overhead share where the policy breaks even at NET; `Q`: of the quarter. */
  balance: Cents;
  tolerance: Cents;
  balanceQ: Cents;
  /** Of the same quarter a year ago, for seasonal accounts only (domain §15). */
  balanceQLastYear: Cents | null;
  case: DevelopmentCase | null;
  exiting: boolean;
  /** A decision to re-price, re-package or reassign whose deadline has not passed. */
  remedy: boolean;
}

export const FIRST_COUNTERS: StateCounters = {
  bad: 0,
  good: 0,
  recovering: 0,
  caseAge: 0,
  invested: 0,
  caseTotal: 0,
  offTrack: 0,
};

/** next = f(prev, facts): guards in the order of domain §8, the first match wins. */
export function nextState(policy: Policy, previous: StateResult | null, facts: QuarterFacts): StateResult {
  const before = previous?.counters ?? FIRST_COUNTERS;
  if (!facts.known) return { state: 'NO_DATA', why: '', counters: before };
  const counters = accrueCase(policy, before, facts);
  if (facts.provisional) return settled('NEW', counters);
  const position = positionOf(facts.balance, facts.tolerance);
  if (position !== 'SUBSIDISED') {
    counters.good += 1;
    if (counters.good >= policy.resetAfter) counters.bad = 0;
    return settled(position, counters);
  }
  counters.bad += 1;
  counters.good = 0;
  if (facts.exiting) return settled('EXITING', counters);
  if (facts.case) {
    const why = overLimit(policy, facts.case, counters);
    return { ...settled(why === '' ? 'TOLERATED' : 'OVER_LIMIT', counters), why };
  }
  if (facts.remedy) return settled('IN_REMEDY', counters);
  const working = previous?.state === 'IN_REMEDY' || previous?.state === 'RECOVERING';
  if (working && isImproving(facts) && counters.recovering < policy.recoverMax) {
    counters.recovering += 1;
    return { state: 'RECOVERING', why: '', counters };
  }
  return settled(counters.bad >= policy.structuralAfter ? 'STRUCTURAL' : 'WATCH', counters);
}

/** Counters of an active case run from its start, also while NEW (domain §8). Returns a copy. */
export function accrueCase(
  policy: Policy,
  before: StateCounters,
  facts: Pick<QuarterFacts, 'case' | 'balanceQ'>,
): StateCounters {
  if (!facts.case) return { ...before, caseAge: 0, invested: 0, caseTotal: 0, offTrack: 0 };
  const caseAge = before.caseAge + 1;
  const caseTotal = before.caseTotal + facts.balanceQ;
  const planned = facts.case.plan[Math.min(caseAge, facts.case.plan.length) - 1];
  const behind = planned !== undefined && caseTotal < planned - policy.planSlack;
  return {
    ...before,
    caseAge,
    caseTotal,
    invested: before.invested + Math.max(0, -facts.balanceQ),
    offTrack: behind ? before.offTrack + 1 : 0,
  };
}

function overLimit(policy: Policy, development: DevelopmentCase, counters: StateCounters): OverLimitWhy {
  if (counters.invested > development.budget) return 'budget';
  if (counters.caseAge > development.horizonQuarters) return 'horizon';
  return counters.offTrack >= policy.offTrackLimit ? 'off-track' : '';
}

function isImproving(facts: QuarterFacts): boolean {
  return facts.balanceQ >= 0 || (facts.balanceQLastYear !== null && facts.balanceQ > facts.balanceQLastYear);
}

/** `counters` is this quarter's own copy. */
function settled(state: SubsidyState, counters: StateCounters): StateResult {
  counters.recovering = 0;
  return { state, why: '', counters };
}
