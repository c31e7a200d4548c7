import type { AdvisorFacts } from '../../lib/contract/money-row.ts';
import { advisorTerms } from '../../lib/engine/advisor-terms.ts';
import type { AccountInput, Cents, Month, Policy } from '../../lib/engine/types.ts';
import { activityCount } from '../facts/advisor-facts.ts';

/** What the advisor needs of an account, by its id. */
export type AdvisorSource = (accountId: string) => AdvisorFacts;

/** @param variable commission and cash discount of the window, by account */
export function advisorSource(
  policy: Policy,
  asOf: Month,
  accounts: readonly AccountInput[],
  variable: ReadonlyMap<string, Cents>,
): AdvisorSource {
  const terms = advisorTerms(policy);
  const { visit, video, call } = policy.advisor;
  const inputs = new Map(accounts.map((account) => [account.id, account]));
  return (id) => {
    const account = inputs.get(id);
    if (!account) throw new Error(`account ${id} was judged but its facts were not read`);
    return {
      types: { visit, video, call },
      visits: activityCount(account, visit, asOf),
      calls: activityCount(account, call, asOf),
      revenueVariable: variable.get(id) ?? 0,
      costs: terms.costs,
      packages: [...terms.packages],
      weights: terms.weights,
    };
  };
}
