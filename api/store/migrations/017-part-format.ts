import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** Parts of the former format, which no client reads any more: nothing is published until the next `publish`. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    'delete from change_lines',
    'delete from base_rows',
    'delete from evaluations',
    'delete from parts',
  ]);
}
