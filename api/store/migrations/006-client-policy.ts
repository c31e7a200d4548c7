import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

const IS_OPERATIONS = `current_setting('app.role', true) = 'operations'`;

/** What operations tell all extensions of the company: one row, read by everybody signed in. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table client_policy (
      only_row boolean primary key default true check (only_row),
      document jsonb not null,
      set_by text not null,
      updated_at timestamptz not null
    )`,
    'alter table client_policy enable row level security',
    'grant select, insert, update on client_policy to tierlens_web',
    'create policy client_policy_read on client_policy for select to tierlens_web using (true)',
    `create policy client_policy_insert on client_policy for insert to tierlens_web with check (${IS_OPERATIONS})`,
    `create policy client_policy_update on client_policy for update to tierlens_web using (${IS_OPERATIONS})`,
  ]);
}
