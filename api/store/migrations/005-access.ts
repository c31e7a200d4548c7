import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

const SEPARATED = (name: string) => `string_to_array(current_setting('${name}', true), E'\\x1f')`;
const IS_OPERATIONS = `current_setting('app.role', true) = 'operations'`;
const MY_TEAM = `team = current_setting('app.team', true)`;
const IN_SCOPES = `territory = any (${SEPARATED('app.scopes')})`;
const HAS_MONEY = `'money' = any (${SEPARATED('app.layers')})`;

/**
 * Tokens, team overlays, and the role that answers HTTP requests. Without its settings the role sees nothing;
 * tables that are not granted here do not exist for it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table tokens (
      token_id text collate "C" primary key,
      person_id text collate "C" not null references people (person_id),
      name text not null,
      prefix text collate "C" not null unique,
      secret_hash text collate "C" not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      revoked_at timestamptz
    )`,
    `create table team_overlays (
      team text collate "C" primary key,
      settings jsonb not null,
      until date,
      locked boolean not null,
      set_by text not null,
      updated_at timestamptz not null
    )`,
    `do $$ begin
      if not exists (select 1 from pg_roles where rolname = 'tierlens_web') then
        create role tierlens_web nologin noinherit;
      end if;
    end $$`,
    `do $$ begin
      if not pg_has_role(current_user, 'tierlens_web', 'member') then
        execute format('grant tierlens_web to %I', current_user);
      end if;
    end $$`,
    'grant usage on schema public to tierlens_web',
    'grant select on company, evaluations to tierlens_web',
    ...limited('territories', `${IN_SCOPES} or ${IS_OPERATIONS}`),
    ...limited('words_rows', IN_SCOPES),
    ...limited('money_rows', `${IN_SCOPES} and ${HAS_MONEY}`),
    ...limited(
      'part_refs',
      `scope = any (${SEPARATED('app.scopes')}) and layer = any (${SEPARATED('app.layers')})`,
    ),
    ...limited('parts', 'exists (select 1 from part_refs where part_refs.digest = parts.digest)'),
    ...limited(
      'record_keys',
      'exists (select 1 from words_rows where words_rows.account_id = record_keys.account_id)',
    ),
    ...limited('imports', IS_OPERATIONS),
    ...limited('tokens', `prefix = current_setting('app.token_prefix', true) or ${IS_OPERATIONS}`),
    ...limited(
      'people',
      `person_id = current_setting('app.person', true) or ${IS_OPERATIONS}
       or person_id in (select person_id from tokens where prefix = current_setting('app.token_prefix', true))`,
    ),
    ...limited('team_overlays', `${MY_TEAM} or ${IS_OPERATIONS}`),
    'grant insert, update on tokens to tierlens_web',
    `create policy tokens_insert on tokens for insert to tierlens_web with check (${IS_OPERATIONS})`,
    `create policy tokens_update on tokens for update to tierlens_web using (${IS_OPERATIONS})`,
    'grant insert, update on team_overlays to tierlens_web',
    `create policy overlays_insert on team_overlays for insert to tierlens_web
     with check (${IS_OPERATIONS} or (${MY_TEAM} and current_setting('app.role', true) = 'lead'))`,
    `create policy overlays_update on team_overlays for update to tierlens_web
     using (${IS_OPERATIONS} or (${MY_TEAM} and current_setting('app.role', true) = 'lead'))`,
  ]);
}

/** Lets the web role read the rows for which the condition holds, and no others. */
function limited(table: string, condition: string): string[] {
  return [
    `grant select on ${table} to tierlens_web`,
    `alter table ${table} enable row level security`,
    `create policy ${table}_read on ${table} for select to tierlens_web using (${condition})`,
  ];
}
