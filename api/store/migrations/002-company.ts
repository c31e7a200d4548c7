import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** Who and what: the company, its people, their accounts and the CRM records of these. One company per database. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table company (
      only_one boolean primary key default true check (only_one),
      name text not null,
      currency text collate "C" not null
    )`,
    `create table people (
      person_id text collate "C" primary key,
      name text not null,
      email text not null,
      phone text not null,
      pool text collate "C" not null,
      team text collate "C",
      role text collate "C" not null,
      territories text[] not null
    )`,
    `create table territories (
      territory text collate "C" primary key
    )`,
    `create table accounts (
      account_id text collate "C" primary key,
      name text not null,
      territory text collate "C" not null,
      owner text collate "C",
      deputy text collate "C",
      parent text collate "C",
      since date,
      potential_cents bigint not null,
      multiplier boolean not null,
      multiplier_until date,
      assigned_level text collate "C",
      website text not null,
      closed_on date
    )`,
    'create index accounts_by_territory on accounts (territory)',
    `create table assigned_levels (
      account_id text collate "C" not null,
      valid_from date not null,
      level text collate "C" not null,
      primary key (account_id, valid_from)
    )`,
    `create table record_keys (
      record_key text collate "C" primary key,
      account_id text collate "C" not null,
      object text collate "C" not null
    )`,
    'create index record_keys_by_account on record_keys (account_id)',
    `create table cases (
      account_id text collate "C" not null,
      kind text collate "C" not null,
      start_month text collate "C" not null,
      horizon_quarters integer not null,
      budget_cents bigint not null,
      plan_cents bigint[] not null,
      level text collate "C",
      sponsor text not null,
      approver text not null,
      approved_on date not null,
      primary key (account_id, kind, start_month)
    )`,
    `create table decisions (
      account_id text collate "C" not null,
      kind text collate "C" not null,
      decided_on date not null,
      deadline date not null,
      decided_by text not null,
      primary key (account_id, kind, decided_on)
    )`,
  ]);
}
