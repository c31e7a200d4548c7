import { type Kysely, sql } from 'kysely';
import type { AccountInput, Cents, Month } from '../../lib/engine/types.ts';
import { addMonths } from '../../lib/util/month.ts';
import type { Database } from '../store/schema.ts';

/** Kinds of money that grow with revenue, so that a higher price is not earned in full (domain §12.1). */
const REVENUE_VARIABLE = ['commission', 'cash_discount'];

/** Commission and cash discount of the twelve months that end with `asOf`, by account; absent where there is none. */
export async function revenueVariable(
  db: Kysely<Database>,
  asOf: Month,
): Promise<ReadonlyMap<string, Cents>> {
  const { rows } = await sql<{ account_id: string; cents: number }>`
    select account_id, sum(cents)::bigint as cents from money_lines
    where kind = any (${REVENUE_VARIABLE}::text[]) and month between ${addMonths(asOf, -11)} and ${asOf}
    group by account_id`.execute(db);
  return new Map(rows.map(({ account_id, cents }) => [account_id, cents]));
}

/** How often an activity type took place in the twelve months that end with `asOf`, own fault excluded. */
export function activityCount(account: AccountInput, type: string, asOf: Month): number {
  const from = addMonths(asOf, -11);
  let count = 0;
  for (const { month, care } of account.months) {
    if (month < from || month > asOf) continue;
    for (const line of care) if (line.type === type) count += line.count;
  }
  return count;
}
