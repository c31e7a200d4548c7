import { mulDivFloor } from '../util/half-even.ts';
import { compareRatio } from '../util/ratio.ts';
import type { Cents, Policy, YieldClass } from './types.ts';

/** Best class first. */
export const YIELD_CLASSES: readonly YieldClass[] = ['H', 'M', 'L', 'N'];

/** Lowest yield of a class; L begins at one cent, N has no floor (domain §6.1). */
export function classFloor(policy: Policy, yieldClass: YieldClass): Cents | null {
  if (yieldClass === 'H') return policy.yield.high;
  if (yieldClass === 'M') return policy.yield.medium;
  return yieldClass === 'L' ? 1 : null;
}

/** Lowest yield at which a class once entered is kept (domain §6.3). */
export function heldFloor(policy: Policy, yieldClass: YieldClass): Cents | null {
  const floor = classFloor(policy, yieldClass);
  if (floor === null || yieldClass === 'L') return floor;
  const { n, d } = policy.hysteresis;
  return floor - mulDivFloor(floor, n, d);
}

/** First yield that no longer belongs to the class; null for the best. */
export function classCeiling(policy: Policy, yieldClass: YieldClass): Cents | null {
  const better = YIELD_CLASSES[YIELD_CLASSES.indexOf(yieldClass) - 1];
  return better === undefined ? null : classFloor(policy, better);
}

/**
 * Yield class of DB II (domain §6.1). With a previous class, a class once entered is left only below
 * (1 − hysteresis) of its threshold (§6.3); zero is no threshold to hold on to.
 */
export function yieldClassOf(policy: Policy, db2: Cents, previous: YieldClass | null = null): YieldClass {
  const { high, medium } = policy.yield;
  if (reaches(policy, db2, high, previous === 'H')) return 'H';
  if (reaches(policy, db2, medium, previous === 'H' || previous === 'M')) return 'M';
  return db2 > 0 ? 'L' : 'N';
}

function reaches(policy: Policy, db2: Cents, floor: Cents, entered: boolean): boolean {
  if (db2 >= floor) return true;
  const { n, d } = policy.hysteresis;
  return entered && db2 > 0 && compareRatio(db2, d - n, floor, d) >= 0;
}
