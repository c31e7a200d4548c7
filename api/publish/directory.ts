import type { Kysely } from 'kysely';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { formatRecordKey } from '../../lib/util/record-key.ts';
import type { Database } from '../store/schema.ts';
import type { DatedLevel } from './level-change.ts';

/** What rows need besides the judgement: names, people, CRM records. */
export interface Directory {
  accounts: ReadonlyMap<string, DirectoryAccount>;
  people: ReadonlyMap<string, NonNullable<WordsRow['owner']>>;
  /** What customers were told last, by account. */
  told: ReadonlyMap<string, NonNullable<WordsRow['told']>>;
  /** Assigned levels by account, oldest first. */
  levels: ReadonlyMap<string, readonly DatedLevel[]>;
}

export interface DirectoryAccount {
  id: string;
  name: string;
  territory: string;
  owner: string | null;
  deputy: string | null;
  parentName: string | null;
  /** At least one; account records first. */
  keys: readonly string[];
}

/** Territories that have accounts, in code-unit order. */
export async function readScopes(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('accounts').select('territory').distinct().orderBy('territory').execute();
  return rows.map(({ territory }) => territory);
}

/** Of some accounts, so that no more than a page of a large company is in memory. */
export async function readDirectory(db: Kysely<Database>, ids: readonly string[]): Promise<Directory> {
  if (ids.length === 0) return { accounts: new Map(), people: new Map(), told: new Map(), levels: new Map() };
  const keys = await keysByAccount(db, ids);
  const rows = await db
    .selectFrom('accounts')
    .leftJoin('accounts as parents', 'parents.account_id', 'accounts.parent')
    .select([
      'accounts.account_id as id',
      'accounts.name',
      'accounts.territory',
      'accounts.owner',
      'accounts.deputy',
      'parents.name as parentName',
    ])
    .where('accounts.account_id', 'in', ids)
    .execute();
  const accounts = rows.map((row) => ({ ...row, keys: keys.get(row.id) ?? [ownKey(row.id)] }));
  return {
    accounts: new Map(accounts.map((account) => [account.id, account])),
    people: await readPeople(db, accounts),
    told: await lastTold(db, ids),
    levels: await levelsByAccount(db, ids),
  };
}

async function readPeople(
  db: Kysely<Database>,
  accounts: readonly Pick<DirectoryAccount, 'owner' | 'deputy'>[],
): Promise<Directory['people']> {
  const ids = new Set(accounts.flatMap(({ owner, deputy }) => [owner ?? [], deputy ?? []].flat()));
  if (ids.size === 0) return new Map();
  const people = await db
    .selectFrom('people')
    .select(['person_id', 'name', 'phone', 'email', 'pool'])
    .where('person_id', 'in', [...ids])
    .execute();
  return new Map(
    people.map(({ person_id, name, phone, email, pool }) => [
      person_id,
      { id: person_id, name, ...(phone ? { phone } : {}), ...(email ? { email } : {}), pool },
    ]),
  );
}

async function lastTold(db: Kysely<Database>, ids: readonly string[]): Promise<Directory['told']> {
  const rows = await db
    .selectFrom('communications')
    .select(['account_id', 'level', 'told_on', 'channel'])
    .distinctOn('account_id')
    .where('account_id', 'in', ids)
    .orderBy('account_id')
    .orderBy('told_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('communication_id')
    .execute();
  return new Map(rows.map(({ account_id, told_on: toldOn, ...told }) => [account_id, { ...told, toldOn }]));
}

async function levelsByAccount(db: Kysely<Database>, ids: readonly string[]): Promise<Directory['levels']> {
  const rows = await db
    .selectFrom('assigned_levels')
    .select(['account_id', 'valid_from', 'level'])
    .where('account_id', 'in', ids)
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

async function keysByAccount(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('record_keys').selectAll().where('account_id', 'in', ids).execute();
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
