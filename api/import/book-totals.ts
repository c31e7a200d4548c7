import { sql } from 'kysely';
import type { Session } from '../store/store.ts';
import type { BookTotals } from './import-report.ts';

/** Where each kind of money belongs (domain §5.3); the list is part of the policy. */
export type MoneyKinds = Readonly<Record<string, 'gross' | 'deductions' | 'cogs' | 'direct'>>;

/** Net revenue and DB II of all lines booked so far; null where there are none. */
export async function bookTotals({ db }: Session, kinds: MoneyKinds): Promise<BookTotals | null> {
  const of = (...levels: string[]) =>
    Object.keys(kinds).filter((kind) => levels.includes(kinds[kind] as string));
  const { rows } = await sql<{ net: number; db2: number; currency: string; from: string | null; to: string }>`
    select
      coalesce(sum(case when kind = any (${of('gross')}::text[]) then cents
        when kind = any (${of('deductions')}::text[]) then -cents else 0 end), 0)::bigint as net,
      coalesce(sum(case when kind = any (${of('gross')}::text[]) then cents else -cents end), 0)::bigint as db2,
      (select currency from company) as currency, min(booked_on)::text as from, max(booked_on)::text as to
    from money_lines`.execute(db);
  const [totals] = rows;
  return totals && totals.from !== null ? { ...totals, from: totals.from } : null;
}
