import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** Tiers and levels set by hand, with an end; and which account has brought which. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table overrides (
      account_id text collate "C" not null,
      from_month text collate "C" not null,
      until_month text collate "C" not null,
      tier text collate "C",
      level text collate "C",
      reason text not null,
      approver text not null,
      primary key (account_id, from_month),
      check (tier is not null or level is not null)
    )`,
    `create table referrals (
      account_id text collate "C" not null,
      referred text collate "C" not null,
      start_month text collate "C" not null,
      share numeric not null,
      months integer not null,
      primary key (account_id, referred, start_month)
    )`,
  ]);
}
