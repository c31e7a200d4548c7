import { mulDivHalfEven } from '../util/half-even.ts';
import { costOfMinutes } from './cost-to-serve.ts';
import type { Cents, Minutes, Policy } from './types.ts';

/**
 * Share of the structural costs an account bears in some months (domain §5.3): a fixed amount per customer and
 * year, and an amount per hour of care; never by revenue. 0 where the policy names none.
 */
export function overheadShare(
  { overhead }: Pick<Policy, 'overhead'>,
  months: number,
  minutes: Readonly<Record<string, Minutes>>,
): Cents {
  if (!overhead) return 0;
  let cared = 0;
  for (const pool in minutes) cared += minutes[pool]!;
  const fixed = mulDivHalfEven(overhead.perAccount, Math.max(0, months), 12);
  return fixed + costOfMinutes(cared, overhead.perCareHour);
}

/** What the black zero is measured on: DB III, or what is left of it after the overhead share (domain §2 no. 3). */
export function balanceOf(
  { breakEvenLevel }: Pick<Policy, 'breakEvenLevel'>,
  db3: Cents,
  overhead: Cents,
): Cents {
  return breakEvenLevel === 'NET' ? db3 - overhead : db3;
}
