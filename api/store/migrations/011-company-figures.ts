import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** Figures of the company as a whole are read by those who lead: limits, ledger, whale curve, year-end statement. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    'grant select on evaluation_summaries to tierlens_web',
    'alter table evaluation_summaries enable row level security',
    `create policy evaluation_summaries_read on evaluation_summaries for select to tierlens_web
     using (current_setting('app.role', true) in ('lead', 'operations'))`,
  ]);
}
