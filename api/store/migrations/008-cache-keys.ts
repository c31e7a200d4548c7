import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

const MINE = `person_id = current_setting('app.person', true)`;

/**
 * Secrets from which the keys of local caches are derived, one per person and device. Only the person's own
 * requests see them; a row deleted makes what the device has stored unreadable for ever.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table cache_keys (
      person_id text collate "C" not null references people (person_id),
      device_hash text collate "C" not null,
      secret bytea not null,
      used_at timestamptz not null,
      primary key (person_id, device_hash)
    )`,
    'grant select, insert, update, delete on cache_keys to tierlens_web',
    'alter table cache_keys enable row level security',
    `create policy cache_keys_own on cache_keys for all to tierlens_web using (${MINE}) with check (${MINE})`,
  ]);
}
