import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

const IS_OPERATIONS = `current_setting('app.role', true) = 'operations'`;

/**
 * Versions of the business concept: drafted by one person, approved by another, in force from a day on. What was
 * approved is never changed or taken away; going back is a new version.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table policy_versions (
      version text collate "C" primary key,
      source text not null,
      document_hash text collate "C" not null,
      drafted_by text collate "C" not null,
      drafted_at timestamptz not null,
      approved_by text collate "C",
      approved_at timestamptz,
      valid_from date,
      preview_hash text collate "C",
      check (approved_by <> drafted_by),
      check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (valid_from is null))
    )`,
    'create index policy_versions_in_force on policy_versions (valid_from, approved_at)',
    `create function keep_approved_policy() returns trigger language plpgsql as $$
    begin
      raise exception 'policy version % is approved and stays as it is', old.version;
    end $$`,
    `create trigger policy_versions_kept before update or delete on policy_versions
     for each row when (old.approved_at is not null) execute function keep_approved_policy()`,
    'grant select on policy_versions to tierlens_web',
    'alter table policy_versions enable row level security',
    `create policy policy_versions_read on policy_versions for select to tierlens_web using (${IS_OPERATIONS})`,
  ]);
}
