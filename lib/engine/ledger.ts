import { sortedById } from '../util/code-unit-order.ts';
import { largestRemainder } from '../util/largest-remainder.ts';
import { ratioText } from '../util/ratio.ts';
import type { Ledger, LedgerLine } from './assessment.ts';
import type { Cents } from './types.ts';

/** One account or group with its DB III. */
export interface LedgerUnit {
  id: string;
  db3: Cents;
}

/**
 * The zero-sum statement of domain §9.1: surpluses pay for deficits pro rata, to the cent. Where the surplus
 * does not reach, the rest stays uncovered and nobody is shown as funded by money that does not exist.
 */
export function computeLedger(input: readonly LedgerUnit[], unit: Ledger['unit'] = 'account'): Ledger {
  const units = sortedById(input);
  const { surplus, deficit } = sumsOf(units);
  const transferred = Math.min(surplus, deficit);
  // One side is settled in full; the other shares what is transferred.
  const fundersShare = surplus >= deficit;
  const shares = largestRemainder(
    transferred,
    units.map(({ db3 }) => Math.max(0, fundersShare ? db3 : -db3)),
    units.map(({ id }) => id),
  );
  const lines = units.map(({ id, db3 }, i): LedgerLine => {
    const paid = fundersShare ? shares[i]! : Math.max(0, db3);
    const received = fundersShare ? Math.max(0, -db3) : shares[i]!;
    return {
      id,
      db3,
      paid,
      received,
      line: received - paid,
      retained: Math.max(0, db3) - paid,
      uncovered: Math.max(0, -db3) - received,
    };
  });
  return {
    unit,
    surplus,
    deficit,
    transferred,
    retained: surplus - transferred,
    uncovered: deficit - transferred,
    subsidyRatio: ratioText(deficit, surplus, 6),
    lines,
  };
}

function sumsOf(units: readonly LedgerUnit[]): { surplus: Cents; deficit: Cents } {
  let surplus = 0;
  let deficit = 0;
  for (const { db3 } of units) {
    if (db3 > 0) surplus += db3;
    else deficit -= db3;
  }
  if (!Number.isSafeInteger(surplus) || !Number.isSafeInteger(deficit)) {
    throw new RangeError('amounts add up beyond what cents can hold exactly');
  }
  return { surplus, deficit };
}
