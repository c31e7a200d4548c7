import { byCodeUnit } from '../util/code-unit-order.ts';
import type { Cents, Minutes, Policy } from './types.ts';
import type { WithheldCare } from './withheld-care.ts';

/** What one account did not get, in one pool. */
export interface CreditorPosition {
  pool: string;
  minutes: Minutes;
  cents: Cents;
  /** What it could have been: whole standard activities of the pool's longest kind. */
  equivalent: { type: string; count: number } | null;
}

/** The year-end invoice for withheld care (domain §10.3): an internal coaching document, never sent. */
export interface YearEndStatement {
  creditors: readonly { id: string; positions: readonly CreditorPosition[]; cents: Cents }[];
  /** Where the care went: groups of accounts by tier, not names. */
  debtors: readonly { tier: string; accounts: number; cents: Cents }[];
  /** Credits less debits: always 0. */
  sum: Cents;
}

/** Puts the pools' withheld care together; `tierOf` names the group a debtor belongs to. */
export function yearEndStatement(
  policy: Policy,
  pools: ReadonlyMap<string, WithheldCare>,
  tierOf: (id: string) => string,
): YearEndStatement {
  const creditors = new Map<string, CreditorPosition[]>();
  const debtors = new Map<string, { ids: Set<string>; cents: Cents }>();
  let sum = 0;
  for (const [pool, care] of [...pools].sort(([a], [b]) => byCodeUnit(a, b))) {
    for (const { id, withheld, credit, debit } of care.lines) {
      sum += credit - debit;
      if (credit > 0) {
        const position = {
          pool,
          minutes: withheld,
          cents: credit,
          equivalent: equivalentOf(policy, pool, withheld),
        };
        creditors.set(id, [...(creditors.get(id) ?? []), position]);
      }
      if (debit > 0) {
        const group = debtors.get(tierOf(id)) ?? { ids: new Set<string>(), cents: 0 };
        group.ids.add(id);
        group.cents += debit;
        debtors.set(tierOf(id), group);
      }
    }
  }
  return {
    creditors: [...creditors]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, positions]) => ({
        id,
        positions,
        cents: positions.reduce((total, { cents }) => total + cents, 0),
      })),
    debtors: [...debtors]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([tier, { ids, cents }]) => ({ tier, accounts: ids.size, cents })),
    sum,
  };
}

function equivalentOf(policy: Policy, pool: string, minutes: Minutes): CreditorPosition['equivalent'] {
  const kinds = Object.entries(policy.activityTypes).filter(([, type]) => type.pool === pool);
  const [first] = kinds.sort(([a, x], [b, y]) => y.minutes - x.minutes || byCodeUnit(a, b));
  if (!first || first[1].minutes > minutes) return null;
  return { type: first[0], count: Math.floor(minutes / first[1].minutes) };
}
