import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import { LookupRequest, LookupResponse } from '../../../lib/contract/lookup.ts';
import { MoneyRow } from '../../../lib/contract/money-row.ts';
import { WordsRow } from '../../../lib/contract/words-row.ts';
import { parseRecordKey } from '../../../lib/util/record-key.ts';
import { callerSettings } from '../../store/caller.ts';
import type { Database } from '../../store/schema.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/lookup',
  summary:
    'Full rows for record keys, for pages opened before the first sync is through. Unknown keys are absent.',
  security: [{ token: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: LookupRequest } } } },
  responses: {
    200: {
      description: 'What is known.',
      content: { 'application/json': { schema: documented(LookupResponse) } },
    },
  },
});

export function lookup(app: OpenAPIHono<Environment>, { store }: Services): void {
  app.openapi(route, async (c) => {
    const { keys } = c.req.valid('json');
    const rows = await store.restricted(callerSettings(c.get('caller')), (db) =>
      rowsOf(db, [...new Set(keys)]),
    );
    return c.json({ rows }, 200);
  });
}

async function rowsOf(db: Kysely<Database>, keys: readonly string[]): Promise<LookupResponse['rows']> {
  if (keys.length === 0) return [];
  const accounts = await accountsOf(db, keys);
  if (accounts.size === 0) return [];
  const rows = await db
    .selectFrom('words_rows')
    .leftJoin('money_rows', 'money_rows.account_id', 'words_rows.account_id')
    .select(['words_rows.account_id', 'glyph', 'words_rows.data as words', 'money_rows.data as money'])
    .where('words_rows.account_id', 'in', [...new Set(accounts.values())])
    .execute();
  const byId = new Map(rows.map((row) => [row.account_id, row]));
  return keys.flatMap((key) => {
    const row = byId.get(accounts.get(key) ?? '');
    if (!row) return [];
    // Parsing drops whatever the contract does not name.
    const money = row.money === null ? null : MoneyRow.parse(row.money);
    return [{ key, glyph: row.glyph, words: WordsRow.parse(row.words), money }];
  });
}

async function accountsOf(db: Kysely<Database>, keys: readonly string[]): Promise<Map<string, string>> {
  const known = await db
    .selectFrom('record_keys')
    .select(['record_key', 'account_id'])
    .where('record_key', 'in', [...keys])
    .execute();
  const accounts = new Map(known.map(({ record_key, account_id }) => [record_key, account_id]));
  for (const key of keys) {
    // Accounts without any CRM record are published under a key of our own.
    const record = parseRecordKey(key);
    if (record?.crm === 'tierlens' && record.object === 'account') accounts.set(key, record.id);
  }
  return accounts;
}
