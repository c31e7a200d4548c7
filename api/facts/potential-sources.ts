import type { Kysely, RawBuilder } from 'kysely';
import type { PotentialSources } from '../../lib/engine/types.ts';
import { parseFraction } from '../../lib/util/fraction.ts';
import type { Database } from '../store/schema.ts';

type Lists = { -readonly [Name in keyof PotentialSources]: PotentialSources[Name][number][] };

const monthOf = (day: string) => day.slice(0, 7);

/** Dated facts about potential of the accounts that a condition names; others are absent. */
export async function potentialSources(
  db: Kysely<Database>,
  inPage: RawBuilder<boolean>,
): Promise<ReadonlyMap<string, PotentialSources>> {
  const found = new Map<string, Lists>();
  const of = (id: string): Lists => {
    const lists = found.get(id) ?? { wallets: [], opportunities: [], products: [] };
    found.set(id, lists);
    return lists;
  };
  const wallets = await db.selectFrom('wallets').selectAll().where(inPage).orderBy('estimated_on').execute();
  for (const row of wallets) {
    of(row.account_id).wallets.push({
      made: monthOf(row.estimated_on),
      wallet: row.wallet_cents,
      margin: parseFraction(row.margin),
      share: parseFraction(row.attainable_share),
      confidence: row.confidence,
    });
  }
  const opportunities = await db
    .selectFrom('opportunities')
    .selectAll()
    .where(inPage)
    .orderBy('source')
    .orderBy('external_id')
    .execute();
  for (const row of opportunities) {
    of(row.account_id).opportunities.push({
      made: monthOf(row.recorded_on),
      closed: row.closed_on === null ? null : monthOf(row.closed_on),
      cents: row.cents,
      probability: parseFraction(row.probability),
      margin: parseFraction(row.margin),
    });
  }
  const products = await db
    .selectFrom('products_held')
    .selectAll()
    .where(inPage)
    .orderBy('recorded_on')
    .orderBy('product')
    .execute();
  for (const { account_id, product, recorded_on, db2_cents: db2 } of products) {
    of(account_id).products.push({ product, made: monthOf(recorded_on), db2 });
  }
  return found;
}
