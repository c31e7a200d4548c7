import { byCodeUnit } from '../util/code-unit-order.ts';
import { largestRemainder } from '../util/largest-remainder.ts';
import type { Ledger } from './assessment.ts';
import type { Cents } from './types.ts';

/** How much of one recipient's amount came from each funder. */
export interface Pair {
  recipient: string;
  from: readonly { funder: string; cents: Cents }[];
}

/**
 * Who funds whom, with exact margins (domain §9.4): recipients by amount, then id, each take their part of what
 * the funders still have to give. There is no fact "A paid for C"; this is one exact reading of the pool.
 * Yields recipient after recipient, so that one account's answer does not need the whole matrix in memory.
 */
export function* whoFundsWhom(ledger: Ledger): Generator<Pair> {
  const funders = ledger.lines.filter(({ db3 }) => db3 > 0);
  const ids = funders.map(({ id }) => id);
  const remaining = funders.map(({ paid }) => paid);
  const recipients = ledger.lines
    .filter(({ db3 }) => db3 < 0)
    .sort((a, b) => b.received - a.received || byCodeUnit(a.id, b.id));
  for (const { id, received } of recipients) {
    const taken = largestRemainder(received, remaining, ids);
    const from = taken.map((cents, i) => {
      remaining[i]! -= cents;
      return { funder: ids[i]!, cents };
    });
    yield { recipient: id, from };
  }
}
