import { standardCare } from '../../lib/engine/cost-to-serve.ts';
import type { AccountInput, MonthFacts, Policy } from '../../lib/engine/types.ts';

/** An account with nothing but its id; tests fill in what they speak about. */
export function account(id: string, parts: Partial<AccountInput> = {}): AccountInput {
  return {
    id,
    since: null,
    ownerPool: 'field',
    parent: null,
    potential: 0,
    multiplier: false,
    case: null,
    decisions: [],
    assigned: [],
    months: [],
    ...parts,
  };
}

/** One month of facts; `db2` is booked as revenue without cost. */
export function month(
  policy: Policy,
  at: string,
  db2: number,
  care: readonly (readonly [type: string, count: number])[] = [],
): MonthFacts {
  return {
    month: at,
    gross: db2,
    deductions: 0,
    cogs: 0,
    direct: 0,
    care: care.map(([type, count]) => standardCare(policy, type, count)),
  };
}
