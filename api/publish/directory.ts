import type { Kysely } from 'kysely';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { formatRecordKey } from '../../lib/util/record-key.ts';
import type { Database } from '../store/schema.ts';
import type { DatedLevel } from './level-change.ts';

/** What rows need besides the judgement: names, people, CRM records. */
export interface Directory {
  accounts: ReadonlyMap<string, DirectoryAccount>;
  names: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, NonNullable<WordsRow['owner']>>;
  /** Assigned levels by account, oldest first. */
  levels: ReadonlyMap<string, readonly DatedLevel[]>;
  /** Territories in code-unit order. */
  scopes: readonly string[];
}

export interface DirectoryAccount {
  id: string;
  name: string;
  territory: string;
  owner: string | null;
  deputy: string | null;
  parent: string | null;
  /** At least one; account records first. */
  keys: readonly string[];
}

export async function readDirectory(db: Kysely<Database>): Promise<Directory> {
  const keys = await keysByAccount(db);
  const rows = await db
    .selectFrom('accounts')
    .select(['account_id', 'name', 'territory', 'owner', 'deputy', 'parent'])
    .execute();
  const accounts = new Map<string, DirectoryAccount>();
  for (const { account_id: id, ...row } of rows) {
    accounts.set(id, { id, ...row, keys: keys.get(id) ?? [ownKey(id)] });
  }
  return {
    accounts,
    names: new Map(rows.map(({ account_id, name }) => [account_id, name])),
    people: await readPeople(db),
    levels: await levelsByAccount(db),
    scopes: [...new Set(rows.map(({ territory }) => territory))].sort(byCodeUnit),
  };
}

async function readPeople(db: Kysely<Database>): Promise<Directory['people']> {
  const people = await db
    .selectFrom('people')
    .select(['person_id', 'name', 'phone', 'email', 'pool'])
    .execute();
  return new Map(
    people.map(({ person_id, name, phone, email, pool }) => [
      person_id,
      { id: person_id, name, ...(phone ? { phone } : {}), ...(email ? { email } : {}), pool },
    ]),
  );
}

async function levelsByAccount(db: Kysely<Database>): Promise<Directory['levels']> {
  const rows = await db
    .selectFrom('assigned_levels')
    .select(['account_id', 'valid_from', 'level'])
    .orderBy('valid_from')
    .execute();
  const levels = new Map<string, DatedLevel[]>();
  for (const { account_id, valid_from: from, level } of rows) {
    const known = levels.get(account_id);
    if (known) known.push({ from, level });
    else levels.set(account_id, [{ from, level }]);
  }
  return levels;
}

async function keysByAccount(db: Kysely<Database>): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('record_keys').selectAll().execute();
  // The account record comes first: the row is stored under its first key.
  rows.sort(
    (a, b) =>
      Number(a.object !== 'account') - Number(b.object !== 'account') ||
      byCodeUnit(a.record_key, b.record_key),
  );
  const keys = new Map<string, string[]>();
  for (const { account_id, record_key } of rows) {
    const known = keys.get(account_id);
    if (known) known.push(record_key);
    else keys.set(account_id, [record_key]);
  }
  return keys;
}

/** An account without any CRM record is still found by search, under a key of our own. */
function ownKey(id: string): string {
  return formatRecordKey({ crm: 'tierlens', instance: '-', object: 'account', id });
}
