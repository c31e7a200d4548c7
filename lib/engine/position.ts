import { mulDivHalfEven } from '../util/half-even.ts';
import type { Cents, Policy, Position } from './types.ts';

/** τ = max(τ_abs, τ_rel · |NET|), half to even (domain §8). */
export function toleranceOf(policy: Policy, net: Cents): Cents {
  const relative = mulDivHalfEven(Math.abs(net), policy.toleranceRel.n, policy.toleranceRel.d);
  return Math.max(policy.toleranceAbs, relative);
}

/** Where DB III lies against the black zero; the bounds ±τ belong to it (domain §8). */
export function positionOf(db3: Cents, tolerance: Cents): Position {
  if (db3 > tolerance) return 'FUNDER';
  if (db3 >= -tolerance) return 'BLACK_ZERO';
  return 'SUBSIDISED';
}
