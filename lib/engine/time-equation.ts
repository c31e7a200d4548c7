import { largestRemainder } from '../util/largest-remainder.ts';
import type { DurationRule, Minutes } from './types.ts';

export interface ActivityTime {
  /** Standard minutes of the type. */
  base: Minutes;
  /** What adds to it: travel, participants, follow-up, language, … */
  drivers?: readonly { minutesEach: Minutes; amount: number }[];
  measured: Minutes | null;
}

/** minutes = base + Σ β · driver; a measured duration counts as the policy says (domain §5.2). */
export function activityMinutes({ base, drivers = [], measured }: ActivityTime, rule: DurationRule): Minutes {
  const standard = drivers.reduce((sum, { minutesEach, amount }) => sum + minutesEach * amount, base);
  if (measured === null || rule === 'standard') return standard;
  return rule === 'measured' ? measured : Math.max(measured, standard);
}

/** An event with several accounts: equal parts that add up to the minute, left-over minutes by id (domain §5.2). */
export function splitGroupMinutes(minutes: Minutes, accounts: readonly string[]): Map<string, Minutes> {
  const parts = largestRemainder(
    minutes,
    accounts.map(() => 1),
    accounts,
  );
  return new Map(accounts.map((id, i) => [id, parts[i]!]));
}
