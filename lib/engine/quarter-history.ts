import type { Assessment, QuarterResult } from './assessment.ts';
import type { Month } from './types.ts';
import { lineWithoutDue } from './user-state.ts';

/** All evaluations of an account, oldest first, the current one (of `asOf`) last. */
export function historyOf(account: Assessment, asOf: Month): QuarterResult[] {
  return [
    ...account.past,
    {
      month: asOf,
      tier: account.tier,
      level: account.suggestedLevel,
      state: account.state,
      userState: account.userState,
      line: lineWithoutDue(account),
      db3: account.db3Quarter,
      db3T12: account.db3,
    },
  ];
}
