import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** Name of the season in the business concept that an account's year is read by. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, ['alter table accounts add column season text collate "C"']);
}
