import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/**
 * The one place where amounts become cents. Rounds half to even (domain §4); the database's own function
 * rounds half away from zero and is not used for money. Plain SQL, so that it also runs on the workers of a cluster.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create function half_even_cents(amount numeric) returns bigint
     language sql immutable strict parallel safe as $$
       select (whole + case
         when part > 0.5 then 1
         when part < 0.5 then 0
         else mod(abs(whole), 2) end)::bigint
       from (select floor(amount * 100) as whole, amount * 100 - floor(amount * 100) as part) as split
     $$`,
  ]);
}
