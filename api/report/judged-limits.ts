import type { Kysely } from 'kysely';
import type { LimitResult } from '../../lib/engine/assessment.ts';
import { settledLimits } from '../../lib/engine/settled-limits.ts';
import type { Month, Policy } from '../../lib/engine/types.ts';
import { addMonths, lastDayOf } from '../../lib/util/month.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import { evaluate } from '../publish/evaluate.ts';
import type { Database } from '../store/schema.ts';

/**
 * Limits that need a judgement of care, levels and states: L1, L4 and L6 of the twelve months that end with the last
 * whole month of the period (domain §11). L1 and L4 say nothing where no care was logged; L6 needs practical minutes.
 */
export async function judgedLimits(
  db: Kysely<Database>,
  policy: Policy,
  kinds: MoneyKinds,
  lastDay: string,
): Promise<LimitResult[]> {
  const asOf = lastWholeMonth(lastDay);
  const dates = { asOf, careUntil: lastDayOf(asOf) };
  const { input, options, portfolio } = await evaluate(db, policy, kinds, dates);
  const { limits } = settledLimits(policy, input.accounts, options, portfolio);
  const cared = portfolio.care !== 'unknown';
  return limits.filter(({ limit }) => limit === 'L6' || (cared && (limit === 'L1' || limit === 'L4')));
}

function lastWholeMonth(day: string): Month {
  const month = day.slice(0, 7);
  return lastDayOf(month) === day ? month : addMonths(month, -1);
}
