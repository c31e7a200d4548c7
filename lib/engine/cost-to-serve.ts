import { mulDivHalfEven } from '../util/half-even.ts';
import type { CareFacts, Cents, Minutes, Policy } from './types.ts';

/** Cost of minutes at a rate per hour, rounded once, half to even (domain §4). */
export function costOfMinutes(minutes: Minutes, ratePerHour: Cents): Cents {
  return mulDivHalfEven(minutes, ratePerHour, 60);
}

/**
 * One line of care at standard minutes and planned rates (domain §5.2).
 * @throws RangeError for an activity type or a pool that the policy does not know.
 */
export function standardCare(policy: Policy, type: string, count: number): CareFacts {
  const activity = policy.activityTypes[type];
  if (!activity) {
    throw new RangeError(`activity type "${type}" is not in the policy; add it there or correct the type`);
  }
  const rate = policy.rates[activity.pool];
  if (rate === undefined) {
    throw new RangeError(`pool "${activity.pool}" of activity type "${type}" has no rate in the policy`);
  }
  const minutes = activity.minutes * count;
  return { type, pool: activity.pool, count, minutes, cents: costOfMinutes(minutes, rate) };
}
