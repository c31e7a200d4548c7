import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CareFacts, Month, MonthFacts, Policy } from '../../lib/engine/types.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import type { Database } from '../store/schema.ts';
import { type AnnualMonth, accrueAnnual } from './accrue-annual.ts';
import { careLines } from './care-lines.ts';
import { type FxMonth, fxShifts } from './fx-shift.ts';
import { sumOfKinds, sumOfLevel } from './money-levels.ts';

interface MoneyMonth extends AnnualMonth {
  account_id: string;
  deductions: number;
  cogs: number;
  direct: number;
}

interface CareMonth extends CareFacts {
  account_id: string;
  month: Month;
}

/**
 * Monthly facts of the accounts that a condition names, up to `until`: summed where the data are, ascending by month.
 * What the policy accrues counts as known at `asOf`.
 */
export async function monthFacts(
  db: Kysely<Database>,
  policy: Policy,
  kinds: MoneyKinds,
  { inPage, asOf, until }: { inPage: RawBuilder<boolean>; asOf: Month; until: Month },
): Promise<Map<string, MonthFacts[]>> {
  const inRange = sql`${inPage} and month <= ${until}`;
  const money = await sql<MoneyMonth>`
    select account_id, month, ${sumOfLevel(kinds, 'gross')} as gross, ${sumOfLevel(kinds, 'deductions')} as deductions,
      ${sumOfLevel(kinds, 'cogs')} as cogs, ${sumOfLevel(kinds, 'direct')} as direct,
      ${sumOfKinds(policy.accrueAnnual ?? [])} as annual
    from money_lines where ${inRange} group by account_id, month`.execute(db);
  const care = await sql<CareMonth>`
    select account_id, month, type, pool, sum(count)::bigint as count, sum(minutes)::bigint as minutes,
      sum(cents)::bigint as cents
    from ${careLines(policy)} care where ${inRange} and account_id <> ''
    group by account_id, month, type, pool order by account_id, month, type`.execute(db);
  const fx = policy.fxBase === undefined ? [] : await fxShifts(db, policy.fxBase, kinds, inRange);
  return merge(policy.accrueAnnual ? accrued(money.rows, asOf) : money.rows, fx, care.rows);
}

/** The same months with each account's deductions as accrued. */
function accrued(rows: readonly MoneyMonth[], asOf: Month): MoneyMonth[] {
  const accounts = new Map<string, MoneyMonth[]>();
  for (const row of rows) {
    const known = accounts.get(row.account_id);
    if (known) known.push(row);
    else accounts.set(row.account_id, [row]);
  }
  return [...accounts.values()].flatMap((months) => {
    const moved = accrueAnnual(months, asOf);
    return months.map((row) => ({ ...row, deductions: row.deductions + (moved.get(row.month) ?? 0) }));
  });
}

function merge(
  money: readonly MoneyMonth[],
  fx: readonly FxMonth[],
  care: readonly CareMonth[],
): Map<string, MonthFacts[]> {
  const months = new Map<string, Map<Month, MonthFacts & { care: CareFacts[] }>>();
  const monthOf = (account: string, month: Month) => {
    const ofAccount = months.get(account) ?? new Map();
    months.set(account, ofAccount);
    const facts = ofAccount.get(month) ?? { month, gross: 0, deductions: 0, cogs: 0, direct: 0, care: [] };
    ofAccount.set(month, facts);
    return facts;
  };
  for (const { account_id, month, annual: _, ...sums } of money)
    Object.assign(monthOf(account_id, month), sums);
  for (const { account_id, month, fx: shift } of fx) {
    if (shift !== 0) Object.assign(monthOf(account_id, month), { fx: shift });
  }
  for (const { account_id, month, ...line } of care) monthOf(account_id, month).care.push(line);
  return new Map(
    [...months].map(([account, ofAccount]) => [
      account,
      [...ofAccount.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
    ]),
  );
}
