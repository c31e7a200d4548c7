import type { FiguresSeen } from '../../lib/contract/feedback.ts';
import type { AccountView } from '../../lib/contract/page-messages.ts';

/** What the view of an account showed, to be sent with a report about it. */
export function figuresSeen(
  { key, words, money }: AccountView,
  asOf: string | null,
  policyVersion: string,
  now: Date,
): FiguresSeen {
  const { name, tier, level, assignedLevel, state, care } = words;
  return {
    at: now.toISOString(),
    recordKey: key,
    name: name.slice(0, 500),
    asOf,
    policyVersion,
    tier,
    level,
    assignedLevel,
    state,
    care: care.slice(0, 20),
    money: money && {
      net: money.net,
      db2: money.db2,
      cts: money.cts,
      db3: money.db3,
      currency: money.currency,
    },
  };
}
