import type { Assessment, Portfolio } from './assessment.ts';
import { byrnesMap, type Quadrant } from './byrnes-map.ts';
import { careByPool } from './care-views.ts';
import { focusShare } from './focus-share.ts';
import { livedTier } from './lived-tier.ts';
import { misallocationIndex } from './misallocation.ts';
import { policyTables } from './policy-tables.ts';
import type { Cents, Minutes } from './types.ts';
import { yearEndStatement } from './year-end-statement.ts';

/** Figures of a whole portfolio beside ledger and limits; no account, no person (domain §10 to §11). */
export interface PortfolioSummary {
  /** MI per pool (domain §10.4); null without care or yield. */
  misallocation: readonly { pool: string; index: string | null }[];
  /** Official against lived tier: how many get the care of a better tier, of their own, of a lower one. */
  livedTiers: readonly { tier: string; more: number; same: number; less: number }[];
  /** Partition by size and black zero. */
  map: readonly { quadrant: Quadrant; accounts: number; balance: Cents }[];
  /** Share of the minutes that goes to those who make the first 80 % of the surplus. */
  focusShare: string | null;
  /** The year-end statement by pool and tier; credits equal debits. */
  yearEnd: {
    pools: readonly {
      pool: string;
      withheldMinutes: Minutes;
      overMinutes: Minutes;
      matchedMinutes: Minutes;
      matchedCents: Cents;
    }[];
    creditors: number;
    debtors: readonly { tier: string; accounts: number; cents: Cents }[];
    sum: Cents;
  };
}

export function portfolioSummary(portfolio: Portfolio): PortfolioSummary {
  const { policy, accounts } = portfolio;
  const tiers = new Map(accounts.map(({ id, tier }) => [id, tier]));
  const withheld = careByPool(portfolio, 'promise');
  const byYield = careByPool(portfolio, 'yield');
  const misallocation = policyTables(policy).pools.map((pool) => {
    const care = byYield.get(pool);
    return { pool, index: care ? misallocationIndex(care) : null };
  });
  const statement = yearEndStatement(policy, withheld, (id) => tiers.get(id) ?? '');
  return {
    misallocation,
    livedTiers: livedTiers(policy, accounts),
    map: mapOf(accounts),
    focusShare: focusShare(
      accounts.map(({ id, balance, minutes }) => ({ id, db3: balance, minutes: sumOf(minutes) })),
    ),
    yearEnd: {
      pools: [...withheld].map(([pool, care]) => ({
        pool,
        withheldMinutes: care.withheldTotal,
        overMinutes: care.overTotal,
        matchedMinutes: care.matchedMinutes,
        matchedCents: care.matchedCents,
      })),
      creditors: statement.creditors.length,
      debtors: statement.debtors,
      sum: statement.sum,
    },
  };
}

function livedTiers(
  policy: Portfolio['policy'],
  accounts: readonly Assessment[],
): PortfolioSummary['livedTiers'] {
  const rows = new Map(policy.tiers.map(({ id }) => [id, { tier: id, more: 0, same: 0, less: 0 }]));
  for (const account of accounts) {
    const row = rows.get(account.tier);
    if (!row) continue;
    const { drift } = livedTier(policy, account);
    if (drift > 0) row.more += 1;
    else if (drift < 0) row.less += 1;
    else row.same += 1;
  }
  return [...rows.values()];
}

function mapOf(accounts: readonly Assessment[]): PortfolioSummary['map'] {
  const quadrants = byrnesMap(
    accounts.map(({ id, net, balance, tolerance }) => ({ id, net, db3: balance, tolerance })),
  );
  return (['peak', 'drain', 'desert', 'minefield'] as const).map((quadrant) => {
    const inside = accounts.filter(({ id }) => quadrants.get(id) === quadrant);
    return {
      quadrant,
      accounts: inside.length,
      balance: inside.reduce((sum, { balance }) => sum + balance, 0),
    };
  });
}

function sumOf(minutes: Readonly<Record<string, Minutes>>): Minutes {
  let sum = 0;
  for (const pool in minutes) sum += minutes[pool]!;
  return sum;
}
