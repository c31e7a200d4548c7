import { byCodeUnit } from '../util/code-unit-order.ts';
import { largestRemainder } from '../util/largest-remainder.ts';
import type { Cents, Minutes, Policy } from './types.ts';
import type { WithheldCare, WithheldLine } from './withheld-care.ts';

/** What one account did not get, in one pool. */
export interface CreditorPosition {
  pool: string;
  entitledMinutes: Minutes;
  deliveredMinutes: Minutes;
  withheldMinutes: Minutes;
  /** Its part of the matched value: what others got instead; 0 where nobody got more in this pool. */
  cents: Cents;
  /** What it could have been: whole standard activities of the pool's longest kind. */
  equivalent: { type: string; count: number } | null;
  /** Which groups got it, by tier, not names; they add up to `cents`. */
  receivers: readonly { tier: string; cents: Cents }[];
}

export interface Creditor {
  id: string;
  positions: readonly CreditorPosition[];
  cents: Cents;
}

/** The year-end invoice for withheld care (domain §10.3): an internal coaching document, never sent. */
export interface YearEndStatement {
  /** Accounts whose care others got, by id in code-unit order, with all pools in which something was withheld. */
  creditors: readonly Creditor[];
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
    const owedBy = new Map<string, Cents>();
    for (const { id, credit, debit } of care.lines) {
      sum += credit - debit;
      if (debit === 0) continue;
      const tier = tierOf(id);
      owedBy.set(tier, (owedBy.get(tier) ?? 0) + debit);
      const group = debtors.get(tier) ?? { ids: new Set<string>(), cents: 0 };
      group.ids.add(id);
      group.cents += debit;
      debtors.set(tier, group);
    }
    for (const { line, receivers } of creditsByTier(care.lines, owedBy)) {
      const positions = creditors.get(line.id) ?? [];
      creditors.set(line.id, positions);
      positions.push({
        pool,
        entitledMinutes: line.entitled,
        deliveredMinutes: line.delivered,
        withheldMinutes: line.withheld,
        cents: line.credit,
        equivalent: equivalentOf(policy, pool, line.withheld),
        receivers,
      });
    }
  }
  return {
    creditors: [...creditors]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, positions]) => ({
        id,
        positions,
        cents: positions.reduce((total, { cents }) => total + cents, 0),
      }))
      .filter(({ cents }) => cents > 0),
    debtors: [...debtors]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([tier, { ids, cents }]) => ({ tier, accounts: ids.size, cents })),
    sum,
  };
}

/**
 * Splits each credit over the groups that owe, with exact margins as in the pair view (domain §9.4): the largest
 * credit first, each from what the groups still owe.
 */
function creditsByTier(lines: readonly WithheldLine[], owedBy: ReadonlyMap<string, Cents>) {
  const tiers = [...owedBy.keys()].sort(byCodeUnit);
  const remaining = tiers.map((tier) => owedBy.get(tier)!);
  return lines
    .filter(({ withheld }) => withheld > 0)
    .sort((a, b) => b.credit - a.credit || byCodeUnit(a.id, b.id))
    .map((line) => {
      const parts = largestRemainder(line.credit, remaining, tiers);
      const receivers = tiers.flatMap((tier, i) => {
        const cents = parts[i]!;
        remaining[i]! -= cents;
        return cents > 0 ? { tier, cents } : [];
      });
      return { line, receivers };
    });
}

function equivalentOf(policy: Policy, pool: string, minutes: Minutes): CreditorPosition['equivalent'] {
  const kinds = Object.entries(policy.activityTypes).filter(([, type]) => type.pool === pool);
  const [first] = kinds.sort(([a, x], [b, y]) => y.minutes - x.minutes || byCodeUnit(a, b));
  if (!first || first[1].minutes > minutes) return null;
  return { type: first[0], count: Math.floor(minutes / first[1].minutes) };
}
