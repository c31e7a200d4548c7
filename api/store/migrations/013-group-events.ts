import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** An event with several accounts is one activity per account: `group_of` is the id they came under together. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, ['alter table activities add column group_of text collate "C"']);
}
