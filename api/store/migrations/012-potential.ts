import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** Where potential comes from: demand, offers, products held, and what makes accounts comparable. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `alter table accounts
      add column industry text not null default '',
      add column size_class text not null default '',
      add column seasonal boolean not null default false`,
    `create table wallets (
      account_id text collate "C" not null,
      estimated_on date not null,
      wallet_cents bigint not null,
      margin numeric not null,
      attainable_share numeric not null,
      confidence text collate "C" not null,
      primary key (account_id, estimated_on)
    )`,
    `create table opportunities (
      account_id text collate "C" not null,
      source text collate "C" not null,
      external_id text collate "C" not null,
      recorded_on date not null,
      closed_on date,
      cents bigint not null,
      probability numeric not null,
      margin numeric not null,
      primary key (account_id, source, external_id)
    )`,
    `create table products_held (
      account_id text collate "C" not null,
      product text collate "C" not null,
      recorded_on date not null,
      db2_cents bigint not null,
      primary key (account_id, product, recorded_on)
    )`,
  ]);
}
