import { isFresh } from './potential.ts';
import type { AccountInput, Cents, Month, PotentialSources } from './types.ts';

export type Holding = PotentialSources['products'][number];

/** What accounts of one segment have in common at one month; accounts without a segment are peers of each other. */
export interface Peers {
  /** DB II T12M of the accounts with figures, by segment. */
  yields: ReadonlyMap<string, readonly Cents[]>;
  /** By segment and product: how many hold it, and the DB II it brings them together. */
  products: ReadonlyMap<string, ReadonlyMap<string, { sum: Cents; holders: number }>>;
}

export function peersAt(
  accounts: readonly AccountInput[],
  month: Month,
  db2Of: (account: AccountInput) => Cents,
): Peers {
  const yields = new Map<string, Cents[]>();
  const products = new Map<string, Map<string, { sum: Cents; holders: number }>>();
  for (const account of accounts) {
    const { segment = '', sources } = account;
    if (segment !== '' && account.months.length > 0) {
      const peers = yields.get(segment) ?? [];
      yields.set(segment, peers);
      peers.push(db2Of(account));
    }
    const ofSegment = products.get(segment) ?? new Map<string, { sum: Cents; holders: number }>();
    products.set(segment, ofSegment);
    for (const { product, db2 } of sources ? holdingsAt(sources.products, month) : []) {
      const sums = ofSegment.get(product) ?? { sum: 0, holders: 0 };
      ofSegment.set(product, sums);
      sums.sum += db2;
      sums.holders += 1;
    }
  }
  return { yields, products };
}

/** The latest record of each product that has not expired. */
export function holdingsAt(products: PotentialSources['products'], month: Month): Holding[] {
  const latest = new Map<string, Holding>();
  for (const holding of products) if (isFresh(holding.made, month)) latest.set(holding.product, holding);
  return [...latest.values()];
}
