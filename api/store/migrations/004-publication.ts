import type { Kysely } from 'kysely';
import { runAll } from './run-all.ts';

/** What the extension reads: the current rows, the parts made of them, and the evaluations they came from. */
export async function up(db: Kysely<never>): Promise<void> {
  await runAll(db, [
    `create table evaluations (
      evaluation_id text collate "C" primary key,
      published_at timestamptz not null,
      as_of text collate "C" not null,
      policy_version text collate "C" not null,
      input_hash text collate "C" not null,
      policy_hash text collate "C" not null,
      result_hash text collate "C" not null,
      policy_words jsonb not null,
      glyphs jsonb not null
    )`,
    'create index evaluations_by_date on evaluations (published_at)',
    `create table evaluation_summaries (
      evaluation_id text collate "C" primary key references evaluations (evaluation_id) on delete cascade,
      summary jsonb not null
    )`,
    `create table words_rows (
      account_id text collate "C" primary key,
      territory text collate "C" not null,
      glyph integer not null,
      waiting boolean not null,
      undecided boolean not null,
      data jsonb not null
    )`,
    'create index words_rows_by_territory on words_rows (territory)',
    `create table money_rows (
      account_id text collate "C" primary key,
      territory text collate "C" not null,
      data jsonb not null
    )`,
    `create table parts (
      digest text collate "C" primary key,
      bytes bytea not null
    )`,
    `create table part_refs (
      evaluation_id text collate "C" not null references evaluations (evaluation_id) on delete cascade,
      scope text collate "C" not null,
      layer text collate "C" not null,
      position integer not null,
      kind text collate "C" not null,
      digest text collate "C" not null references parts (digest),
      bytes integer not null,
      count integer not null,
      first text collate "C" not null,
      last text collate "C" not null,
      primary key (evaluation_id, scope, layer, position)
    )`,
    'create index part_refs_by_digest on part_refs (digest)',
  ]);
}
