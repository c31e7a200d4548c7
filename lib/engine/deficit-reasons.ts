import { mulDivFloor } from '../util/half-even.ts';
import { DEFICIT_REASONS, type DeficitReason } from './assessment.ts';
import type { Cents, DevelopmentCase, Policy, SubsidyState } from './types.ts';

const BY_STATE: Readonly<Record<Exclude<SubsidyState, 'TOLERATED'>, DeficitReason>> = {
  NEW: 'new',
  IN_REMEDY: 'remedy',
  RECOVERING: 'remedy',
  WATCH: 'watch',
  STRUCTURAL: 'structural',
  OVER_LIMIT: 'over_limit',
  EXITING: 'exiting',
  NO_DATA: 'no_data',
  // Below zero but within τ: the ledger counts it, the state does not.
  FUNDER: 'tolerance',
  BLACK_ZERO: 'tolerance',
};

const TOLERATED: readonly DeficitReason[] = ['new', 'development', 'multiplier', 'strategic'];

export interface DeficitEntry {
  db3: Cents;
  state: SubsidyState;
}

export interface DeficitSplit {
  byReason: Record<DeficitReason, Cents>;
  tolerated: Cents;
  /** β · S. */
  budget: Cents;
}

/** D by reason, the sum exactly D (domain §9.5); `caseKind` tells why the entry at an index is tolerated. */
export function splitDeficit(
  policy: Policy,
  entries: readonly DeficitEntry[],
  caseKind: (index: number) => DevelopmentCase['kind'] | null,
  surplus: Cents,
): DeficitSplit {
  const byReason = Object.fromEntries(DEFICIT_REASONS.map((reason) => [reason, 0])) as Record<
    DeficitReason,
    Cents
  >;
  for (let i = 0; i < entries.length; i++) {
    const { db3, state } = entries[i]!;
    if (db3 >= 0) continue;
    const reason = state === 'TOLERATED' ? (caseKind(i) ?? 'development') : BY_STATE[state];
    byReason[reason] -= db3;
  }
  return {
    byReason,
    tolerated: TOLERATED.reduce((sum, reason) => sum + byReason[reason], 0),
    budget: mulDivFloor(surplus, policy.subsidyBudget.n, policy.subsidyBudget.d),
  };
}
