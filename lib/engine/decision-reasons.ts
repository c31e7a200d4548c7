import type { Cents, Month, YieldClass } from './types.ts';

/** Why the account has its tier (domain §6.2): numbers of the sentence, not the sentence. */
export interface TierReason {
  rule: 'ladder' | 'matrix' | 'explicit' | 'override';
  /** Id of the explicit rule; null for the others. */
  ruleId: string | null;
  yieldClass: YieldClass;
  /** DB II the class was judged on, annualised where the history is short (domain §4). */
  yield: Cents;
  annualised: boolean;
  /** Season it was annualised by; absent: equal months (domain §4). */
  season?: string;
  /** Month whose exchange rates made the yield another one than booked; absent: as booked (domain §4). */
  ratesOf?: Month;
  /** Bounds of the class: yield ≥ atLeast and < below; null where open. */
  atLeast: Cents | null;
  below: Cents | null;
  lift: 'none' | 'potential' | 'multiplier';
  /** What kept the tier from moving at once (domain §6.3, §6.4). */
  held: 'none' | 'hysteresis' | 'one-step-down' | 'second-evaluation';
}

/** Why the account has its suggested level (domain §7.2, §6.3). */
export interface LevelReason {
  rule: 'fundable' | 'onboarding' | 'case' | 'override';
  /** Last month of the case or the override. */
  until: Month | null;
}
