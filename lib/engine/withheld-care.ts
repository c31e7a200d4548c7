import { byCodeUnit } from '../util/code-unit-order.ts';
import { largestRemainder } from '../util/largest-remainder.ts';
import { costOfMinutes } from './cost-to-serve.ts';
import type { Cents, Minutes } from './types.ts';

/** Promised and delivered minutes of one account in one pool. */
export interface CareShare {
  id: string;
  entitled: Minutes;
  delivered: Minutes;
}

export interface WithheldLine extends CareShare {
  withheld: Minutes;
  over: Minutes;
  /** Part of the matched value this account is owed, or owes. */
  credit: Cents;
  debit: Cents;
}

/** Withheld against over-delivered care of one pool; credits equal debits to the cent (domain §10.1). */
export interface WithheldCare {
  /** By id in code-unit order. */
  lines: readonly WithheldLine[];
  withheldTotal: Minutes;
  overTotal: Minutes;
  /** min of the two: what some did not get and others did. */
  matchedMinutes: Minutes;
  matchedCents: Cents;
  /** Withheld beyond the matched: absence, vacancies. */
  shortfallMinutes: Minutes;
  /** Over-delivered beyond the matched: extra effort. */
  extraMinutes: Minutes;
  /** Value of all withheld minutes, matched or not. */
  withheldValueCents: Cents;
}

/** Matches withheld with over-delivered minutes of one pool, valued at its rate per hour. */
export function withheldCare(shares: readonly CareShare[], ratePerHour: Cents): WithheldCare {
  const sorted = [...shares].sort((a, b) => byCodeUnit(a.id, b.id));
  const ids = sorted.map(({ id }) => id);
  const withheld = sorted.map(({ entitled, delivered }) => Math.max(0, entitled - delivered));
  const over = sorted.map(({ entitled, delivered }) => Math.max(0, delivered - entitled));
  const withheldTotal = withheld.reduce((a, b) => a + b, 0);
  const overTotal = over.reduce((a, b) => a + b, 0);
  const matchedMinutes = Math.min(withheldTotal, overTotal);
  const matchedCents = costOfMinutes(matchedMinutes, ratePerHour);
  const credits = largestRemainder(matchedCents, withheld, ids);
  const debits = largestRemainder(matchedCents, over, ids);
  return {
    lines: sorted.map((share, i) => ({
      ...share,
      withheld: withheld[i]!,
      over: over[i]!,
      credit: credits[i]!,
      debit: debits[i]!,
    })),
    withheldTotal,
    overTotal,
    matchedMinutes,
    matchedCents,
    shortfallMinutes: withheldTotal - matchedMinutes,
    extraMinutes: overTotal - matchedMinutes,
    withheldValueCents: costOfMinutes(withheldTotal, ratePerHour),
  };
}

/** Delivered minutes of one account in one pool, and the DB II that paid for care. */
export interface YieldShareInput {
  id: string;
  delivered: Minutes;
  db2: Cents;
}

/**
 * Care as it would be if minutes followed yield (domain §10.2): E = LR(all delivered minutes; max(0, DB II)).
 * Zero-sum by construction. Null where no account has DB II above zero.
 */
export function yieldShareCare(input: readonly YieldShareInput[], ratePerHour: Cents): WithheldCare | null {
  const sorted = [...input].sort((a, b) => byCodeUnit(a.id, b.id));
  const weights = sorted.map(({ db2 }) => Math.max(0, db2));
  if (!weights.some((weight) => weight > 0)) return null;
  const total = sorted.reduce((sum, { delivered }) => sum + delivered, 0);
  const entitled = largestRemainder(
    total,
    weights,
    sorted.map(({ id }) => id),
  );
  return withheldCare(
    sorted.map(({ id, delivered }, i) => ({ id, delivered, entitled: entitled[i]! })),
    ratePerHour,
  );
}

/** The founding text's year-end invoice (domain §10.2): everybody the same care, measured against yield. */
export function equalCare(input: readonly YieldShareInput[], ratePerHour: Cents): WithheldCare | null {
  const sorted = [...input].sort((a, b) => byCodeUnit(a.id, b.id));
  const total = sorted.reduce((sum, { delivered }) => sum + delivered, 0);
  const same = largestRemainder(
    total,
    sorted.map(() => 1),
    sorted.map(({ id }) => id),
  );
  return yieldShareCare(
    sorted.map((account, i) => ({ ...account, delivered: same[i]! })),
    ratePerHour,
  );
}
