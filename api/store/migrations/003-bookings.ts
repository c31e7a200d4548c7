import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/**
 * Money, care and rates, and what the imports left behind. The account is part of the large tables' keys so
 * that they can be distributed by it; `source, external_id` is the natural key a re-import is recognised by.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table money_lines (
      account_id text collate "C" not null,
      source text collate "C" not null,
      external_id text collate "C" not null,
      booked_on date not null,
      month text collate "C" not null,
      kind text collate "C" not null,
      cents bigint not null,
      amount numeric not null,
      currency text collate "C" not null,
      rate numeric not null,
      primary key (account_id, source, external_id),
      foreign key (account_id) references accounts (account_id)
    )`,
    'create index money_lines_by_natural_key on money_lines (source, external_id)',
    // account_id is empty for care nobody has assigned to an account yet.
    `create table activities (
      account_id text collate "C" not null,
      source text collate "C" not null,
      external_id text collate "C" not null,
      occurred_on date not null,
      month text collate "C" not null,
      type text collate "C" not null,
      count integer not null,
      minutes integer,
      cause text collate "C" not null,
      primary key (account_id, source, external_id)
    )`,
    'create index activities_by_natural_key on activities (source, external_id)',
    `create table capacity_rates (
      pool text collate "C" not null,
      valid_from date not null,
      rate numeric not null,
      practical_minutes_per_month integer,
      primary key (pool, valid_from)
    )`,
    `create table exchange_rates (
      month text collate "C" not null,
      currency text collate "C" not null,
      rate numeric not null,
      primary key (month, currency)
    )`,
    `create table imports (
      import_id bigint generated always as identity primary key,
      imported_at timestamptz not null,
      files text[] not null,
      inserted integer not null,
      changed integer not null,
      unchanged integer not null,
      quarantined integer not null
    )`,
    `create table quarantined_rows (
      import_id bigint not null references imports (import_id),
      file text not null,
      line integer not null,
      column_name text not null,
      value text not null,
      reason text not null,
      fix text not null
    )`,
    'create index quarantined_rows_by_import on quarantined_rows (import_id)',
  ]);
}
