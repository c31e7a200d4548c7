import { type Kysely, sql } from 'kysely';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { normaliseName } from '../../lib/util/normalise-name.ts';
import type { Database } from '../store/schema.ts';
import type { Session } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { canonicalJson } from './canonical-json.ts';

/** All that is published of one account. */
export interface AccountRows {
  id: string;
  territory: string;
  /** Index into the evaluation's glyphs. */
  glyph: number;
  words: WordsRow;
  money: MoneyRow;
}

/** Adds rows that parts are made from and look-ups read. */
export async function copyRows({ copy }: Session, rows: readonly AccountRows[]): Promise<void> {
  await copy(
    'words_rows',
    ['account_id', 'territory', 'glyph', 'waiting', 'undecided', 'home', 'search_name', 'data'],
    rows.map(({ id, territory, glyph, words }) => [
      id,
      territory,
      glyph,
      words.due,
      words.state === 'review',
      hash64(words.keys[0] as string),
      normaliseName(words.name),
      canonicalJson(words),
    ]),
  );
  await copy(
    'money_rows',
    ['account_id', 'territory', 'data'],
    rows.map(({ id, territory, money }) => [id, territory, canonicalJson(money)]),
  );
  await copy('published_keys', ['hash', 'home', 'record_key', 'account_id', 'territory'], keysOf(rows));
}

function* keysOf(rows: readonly AccountRows[]) {
  for (const { id, territory, words } of rows) {
    const home = hash64(words.keys[0] as string);
    for (const key of words.keys) yield [hash64(key), home, key, id, territory] as const;
  }
}

export async function deleteRows(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  for (const table of ['words_rows', 'money_rows', 'published_keys'] as const) {
    await db.deleteFrom(table).where('account_id', 'in', ids).execute();
  }
}

/** Before a new evaluation: what stood published, and all that was noted as changed since. */
export async function clearRows(db: Kysely<Database>): Promise<void> {
  const tables = [
    'words_rows',
    'money_rows',
    'published_keys',
    'base_rows',
    'change_lines',
    'changed_accounts',
  ] as const;
  for (const table of tables) await db.deleteFrom(table).execute();
}

/**
 * Refuses two keys with one hash: segments and the glyph index know keys by their hash only.
 * @param table of account ids whose keys are looked at, against all others; all accounts where left out
 * @throws UserError
 */
export async function checkKeyHashes(db: Kysely<Database>, table?: string): Promise<void> {
  const among = table
    ? sql`where hash in (select hash from published_keys join ${sql.table(table)} using (account_id))`
    : sql``;
  const { rows } = await sql<{ one: string; other: string }>`
    select min(record_key) as one, max(record_key) as other from published_keys ${among}
    group by hash having count(*) > 1 limit 1`.execute(db);
  const [twins] = rows;
  if (!twins) return;
  throw new UserError(
    twins.one === twins.other
      ? `The record key ${twins.one} leads to two accounts. Correct record-keys.csv; nothing was published.`
      : `The record keys ${twins.one} and ${twins.other} have the same hash, so they could not be told apart. Nothing was published; please report this.`,
  );
}
