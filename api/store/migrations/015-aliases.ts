import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/**
 * Accounts merged into others; null where a merge has been undone. The row of a merged account stays, facts are kept
 * under the id that survives. `surviving_accounts` follows chains of merges to their end.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table aliases (
      account_id text collate "C" primary key,
      merged_into text collate "C"
    )`,
    'create index aliases_by_survivor on aliases (merged_into)',
    `create view surviving_accounts as
      with recursive merges as (select account_id, merged_into from aliases where merged_into is not null),
      chain (account_id, merged_into) as (
        select account_id, merged_into from merges
        union
        select chain.account_id, further.merged_into
        from chain join merges further on further.account_id = chain.merged_into
      )
      select account_id, merged_into from chain
      where not exists (select 1 from merges further where further.account_id = chain.merged_into)`,
    `create function note_changed_aliases() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        if exists (select 1 from evaluations) then
          insert into changed_accounts (account_id)
            select account_id from changed union select merged_into from changed where merged_into is not null;
        end if;
        return null;
      end $$`,
    ...(['insert new', 'update old', 'update new'] as const).map((when) => {
      const [event, rows] = when.split(' ');
      return `create trigger note_aliases_${event}_${rows} after ${event} on aliases
        referencing ${rows} table as changed for each statement execute function note_changed_aliases()`;
    }),
  ]);
}
