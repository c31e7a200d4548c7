import type { AdvisorFacts, MoneyRow } from '../../lib/contract/money-row.ts';
import type { AdvisorInput } from '../../lib/engine/advisor.ts';
import type { AdvisorTerms } from '../../lib/engine/advisor-terms.ts';

export interface AdvisorBasis {
  facts: AdvisorFacts;
  terms: AdvisorTerms;
  input: AdvisorInput;
}

/** An account's figures as the advisor of the engine reads them; null in rows published without its facts. */
export function advisorBasis(money: MoneyRow, suggestedLevel: string): AdvisorBasis | null {
  const facts = money.advisor;
  if (!facts?.packages.some(({ level }) => level === suggestedLevel)) return null;
  const { net, db2, db3 } = money;
  const { costs, packages, weights, revenueVariable, visits, calls } = facts;
  const varies = net > 0 && revenueVariable > 0 && revenueVariable < net;
  return {
    facts,
    terms: { costs, packages, weights },
    input: {
      net,
      db2,
      db3,
      visits,
      calls,
      suggestedLevel,
      // Where the black zero lies after structural costs, care must bring in these too.
      ...(money.breakEven === 'NET' ? { target: money.overhead ?? 0 } : {}),
      ...(varies ? { revenueVariable: { n: revenueVariable, d: net } } : {}),
    },
  };
}
