import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

const MY_SCOPE = `scope = any (string_to_array(current_setting('app.scopes', true), E'\\x1f'))`;

/**
 * Changes between evaluations: which accounts to look at again, what the base says of those that have changed
 * since, and the lines in which they differ. The web role sees none of it, but the revisions of its scopes.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    // Not jsonb: the order of activity types is the order in which they are told.
    `alter table evaluations add column care_until text collate "C", add column policy_document json`,
    `alter table words_rows add column home text collate "C" not null default '',
      add column search_name text collate "C" not null default ''`,
    'create index words_rows_by_name on words_rows (territory, search_name, account_id)',
    // Which list of its layer a part stands in, and since when no manifest has named it.
    `alter table part_refs drop constraint part_refs_pkey,
      add column list text collate "C" not null default 'base',
      add column retired_at timestamptz`,
    'alter table part_refs add primary key (evaluation_id, scope, layer, digest)',
    `create table published_scopes (
      evaluation_id text collate "C" not null references evaluations (evaluation_id) on delete cascade,
      scope text collate "C" not null,
      accounts integer not null,
      base_accounts integer not null,
      revision integer not null,
      primary key (evaluation_id, scope)
    )`,
    'grant select on published_scopes to tierlens_web',
    'alter table published_scopes enable row level security',
    `create policy published_scopes_read on published_scopes for select to tierlens_web using (${MY_SCOPE})`,
    `insert into published_scopes
      select evaluation_id, scope,
        (select count(*) from words_rows where territory = scope),
        (select count(*) from words_rows where territory = scope), 0
      from part_refs group by evaluation_id, scope`,
    `create table published_keys (
      hash text collate "C" not null,
      home text collate "C" not null,
      record_key text collate "C" not null,
      account_id text collate "C" not null,
      territory text collate "C" not null
    )`,
    'create index published_keys_by_hash on published_keys (hash)',
    'create index published_keys_by_territory on published_keys (territory, hash)',
    'create index published_keys_by_account on published_keys (account_id)',
    `create table base_rows (
      scope text collate "C" not null,
      account_id text collate "C" not null,
      glyph integer,
      words jsonb,
      money jsonb,
      primary key (scope, account_id)
    )`,
    'create index base_rows_by_account on base_rows (account_id)',
    `create table change_lines (
      scope text collate "C" not null,
      layer text collate "C" not null,
      kind text collate "C" not null,
      hash text collate "C" not null,
      account_id text collate "C" not null,
      body text not null,
      gone boolean not null,
      fresh boolean not null,
      primary key (scope, layer, kind, hash, account_id)
    )`,
    'create index change_lines_by_account on change_lines (account_id)',
    // A log, not a set: what is noted while an earlier note is being worked off is not lost with it.
    `create table changed_accounts (
      change_id bigint generated always as identity primary key,
      account_id text collate "C" not null
    )`,
    ...triggers(),
  ]);
}

const WATCHED = [
  'accounts',
  'record_keys',
  'activities',
  'overrides',
  'assigned_levels',
  'communications',
] as const;

/** Whoever writes, by whatever way: what a row says of an account is noted, once something is published. */
function triggers(): string[] {
  const watched: { table: string; name?: string; accounts: string }[] = [
    ...WATCHED.map((table) => ({
      table,
      accounts: `select account_id from changed where account_id <> ''`,
    })),
    // The parent's name stands on its children.
    { table: 'accounts', name: 'parents', accounts: childrenOfChanged },
    { table: 'people', accounts: ownedByChanged },
  ];
  return watched.flatMap(({ table, name = table, accounts }) => [
    `create function note_changed_${name}() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        if exists (select 1 from evaluations) then
          insert into changed_accounts (account_id) ${accounts} group by 1;
        end if;
        return null;
      end $$`,
    ...EVENTS.map(
      ([event, rows]) => `create trigger note_${name}_${event}_${rows} after ${event} on ${table}
        referencing ${rows} table as changed for each statement execute function note_changed_${name}()`,
    ),
  ]);
}

const EVENTS = [
  ['insert', 'new'],
  ['update', 'old'],
  ['update', 'new'],
  ['delete', 'old'],
] as const;

const childrenOfChanged = 'select a.account_id from accounts a join changed c on a.parent = c.account_id';
const ownedByChanged =
  'select a.account_id from accounts a join changed c on a.owner = c.person_id or a.deputy = c.person_id';
