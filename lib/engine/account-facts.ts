import { addMonths, monthIndex } from '../util/month.ts';
import { isThin } from './coverage.ts';
import type { Span } from './quarters.ts';
import type { AccountInput, Coverage, Decision, DevelopmentCase, Month, Policy } from './types.ts';

/**
 * No statement where nothing is logged for an account with an owner or for nobody at all, where nothing is
 * booked, or where a pool that cares is logged too thinly (domain §5.4).
 */
export function isKnown(
  policy: Policy,
  account: AccountInput,
  span: Span,
  coverage: Coverage,
  careLogged: boolean,
): boolean {
  if (!span.hasCare && (!careLogged || account.ownerPool !== null || !span.hasMoney)) return false;
  for (const pool in span.minutes) if (isThin(policy, coverage[pool])) return false;
  return account.ownerPool === null || !isThin(policy, coverage[account.ownerPool]);
}

/** The case from the quarter in which it starts; its end is a limit, not a silence (domain §8 G5). */
export function activeCase(account: AccountInput, month: Month): DevelopmentCase | null {
  return account.case !== null && account.case.start <= month ? account.case : null;
}

/** Last month of a case. */
export function caseEnd({ start, horizonQuarters }: DevelopmentCase): Month {
  return addMonths(start, 3 * horizonQuarters - 1);
}

/** The latest decision to re-price, re-package or reassign that still runs. */
export function activeRemedy(account: AccountInput, month: Month): Decision | null {
  if (account.decisions.length === 0) return null;
  const runs = (d: Decision) => d.kind !== 'exit' && d.decided <= month && month <= d.deadline;
  return account.decisions.findLast(runs) ?? null;
}

/** Months of the window in which the account could have booked anything. */
export function historyMonths(account: AccountInput, month: Month, dataFrom: Month): number {
  const start = account.since !== null && account.since > dataFrom ? account.since : dataFrom;
  return Math.min(12, monthIndex(month) - monthIndex(start) + 1);
}

/** Does the window lie within the facts, or did the account begin within them? */
export function isWindowCovered(account: AccountInput, month: Month, dataFrom: Month): boolean {
  if (account.since !== null && account.since >= dataFrom) return true;
  return monthIndex(month) - 11 >= monthIndex(dataFrom);
}
