import { type RawBuilder, sql } from 'kysely';
import type { MoneyKinds } from '../import/book-totals.ts';

/** Sum of the cents of one contribution level, as an aggregate over `money_lines`. */
export function sumOfLevel(kinds: MoneyKinds, level: MoneyKinds[string]): RawBuilder<number> {
  const names = Object.keys(kinds).filter((kind) => kinds[kind] === level);
  return sumOfKinds(names);
}

/** Sum of the cents of some kinds, as an aggregate over `money_lines`. */
export function sumOfKinds(names: readonly string[]): RawBuilder<number> {
  return sql<number>`coalesce(sum(cents) filter (where kind = any (${names}::text[])), 0)::bigint`;
}
