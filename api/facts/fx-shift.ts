import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Cents, Month, Policy } from '../../lib/engine/types.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import type { Database } from '../store/schema.ts';
import { UserError } from '../user-error.ts';

export interface FxMonth {
  account_id: string;
  month: Month;
  fx: Cents;
}

const IS_FOREIGN = sql<boolean>`currency <> (select currency from company)`;

/**
 * What DB II of a month would be more at the exchange rates of the policy's base month (domain §4), where anything
 * was booked in foreign currency. Each line is rounded once, as it was when it was booked.
 */
export async function fxShifts(
  db: Kysely<Database>,
  baseMonth: Month,
  kinds: MoneyKinds,
  inRange: RawBuilder<unknown>,
): Promise<FxMonth[]> {
  const gross = Object.keys(kinds).filter((kind) => kinds[kind] === 'gross');
  const { rows } = await sql<FxMonth>`
    select account_id, month, sum(case when kind = any (${gross}::text[]) then shift else -shift end)::bigint as fx
    from (
      select m.account_id, m.month, m.kind, half_even_cents(m.amount * base.rate) - m.cents as shift
      from (select * from money_lines where ${IS_FOREIGN} and ${inRange}) m
      join (select currency, rate from exchange_rates where month = ${baseMonth}) base using (currency)
    ) lines group by account_id, month`.execute(db);
  return rows;
}

/**
 * Currencies of stored lines must have a rate in the base month.
 * @throws UserError naming the first that has none
 */
export async function checkBaseRates(db: Kysely<Database>, { fxBase }: Policy): Promise<void> {
  if (fxBase === undefined) return;
  const { rows } = await sql<{ currency: string }>`
    select distinct currency from money_lines where ${IS_FOREIGN} and currency not in (
      select currency from exchange_rates where month = ${fxBase}
    ) order by currency limit 1`.execute(db);
  const [missing] = rows;
  if (!missing) return;
  throw new UserError(
    `There is no exchange rate for ${missing.currency} in ${fxBase}, the base month of the policy. Import it with exchange-rates.csv, or choose another fxBaseMonth.`,
  );
}
