import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

const IS_OPERATIONS = `current_setting('app.role', true) = 'operations'`;
const ME = `current_setting('app.person', true)`;
/** The rows of words are limited to the caller's territories themselves. */
const seesAccount = (table: string) =>
  `exists (select 1 from words_rows where words_rows.account_id = ${table}.account_id)`;

/** What people report about an account, what operations answer, and what a customer was told about their package. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table feedback (
      feedback_id text collate "C" primary key,
      account_id text collate "C" not null,
      reporter text collate "C" not null,
      reporter_name text not null,
      kind text collate "C" not null,
      body text not null,
      seen jsonb not null,
      created_at timestamptz not null,
      answer text,
      answered_by text,
      answered_at timestamptz
    )`,
    'create index feedback_by_reporter on feedback (reporter, created_at)',
    'create index feedback_by_account on feedback (account_id)',
    'create index feedback_open on feedback (created_at) where answered_at is null',
    `create table communications (
      communication_id text collate "C" primary key,
      account_id text collate "C" not null,
      level text collate "C" not null,
      told_on date not null,
      channel text collate "C" not null,
      told_by text collate "C" not null,
      told_by_name text not null,
      created_at timestamptz not null
    )`,
    'create index communications_by_account on communications (account_id, told_on)',
    'alter table feedback enable row level security',
    'grant select, insert on feedback to tierlens_web',
    'grant update (answer, answered_by, answered_at) on feedback to tierlens_web',
    `create policy feedback_read on feedback for select to tierlens_web
     using (reporter = ${ME} or ${IS_OPERATIONS}
       or (current_setting('app.role', true) = 'lead' and ${seesAccount('feedback')}))`,
    `create policy feedback_insert on feedback for insert to tierlens_web
     with check (reporter = ${ME} and ${seesAccount('feedback')})`,
    `create policy feedback_answer on feedback for update to tierlens_web using (${IS_OPERATIONS})`,
    'alter table communications enable row level security',
    'grant select, insert on communications to tierlens_web',
    `create policy communications_read on communications for select to tierlens_web
     using (${seesAccount('communications')})`,
    `create policy communications_insert on communications for insert to tierlens_web
     with check (told_by = ${ME} and ${seesAccount('communications')})`,
  ]);
}
