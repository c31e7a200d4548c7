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
  const ids = units.map(({ id }) => id);
  const surpluses = units.map(({ db3 }) => Math.max(0, db3));
  const deficits = units.map(({ db3 }) => Math.max(0, -db3));
  const surplus = sum(surpluses);
  const deficit = sum(deficits);
  const transferred = Math.min(surplus, deficit);
  const paid = surplus <= deficit ? surpluses : largestRemainder(transferred, surpluses, ids);
  const received = surplus >= deficit ? deficits : largestRemainder(transferred, deficits, ids);
  const lines = units.map(({ id, db3 }, i): LedgerLine => {
    const pays = paid[i]!;
    const gets = received[i]!;
    return {
      id,
      db3,
      paid: pays,
      received: gets,
      line: gets - pays,
      retained: surpluses[i]! - pays,
      uncovered: deficits[i]! - gets,
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

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  if (!Number.isSafeInteger(total)) throw new RangeError('amounts add up beyond what cents can hold exactly');
  return total;
}
