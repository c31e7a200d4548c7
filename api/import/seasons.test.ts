import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_POLICY_PATH } from '../policy/load-policy.ts';
import { publish } from '../publish/publish.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { importFiles } from './import-files.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
});
afterAll(() => store?.close());

const concept = (weights: string): string => {
  const text = readFileSync(DEFAULT_POLICY_PATH, 'utf8');
  const season = `seasons:\n  harvest: { weights: [${weights}], because: "Nine tenths of it in autumn." }\n`;
  return writeFiles({ 'policy.yaml': `${text}\n${season}` })[0] as string;
};
const HARVEST = concept('1, 1, 0, 0, 0, 0, 0, 0, 9, 9, 0, 0');
const accounts = 'account_id,name,territory,since,season\na9,Hof,Nord,2025-09-01,harvest\n';
const lines = `source,external_id,account_id,booked_on,kind,amount,currency
x,1,a3,2025-03-01,sales,1.00,EUR
x,2,a9,2025-10-01,sales,1800.00,EUR
`;
const take = (files: Record<string, string>, policyPath?: string) =>
  importFiles(store, writeFiles(files), { now: TODAY, ...(policyPath ? { policyPath } : {}) });

it('a season must be described in the policy, and weigh something', async () => {
  expect((await take({ accounts })).problems).toMatchObject([
    { line: 2, column: 'season', reason: 'The policy describes no seasons.' },
  ]);
  const misspelt = accounts.replace('harvest', 'harvets');
  expect((await take({ accounts: misspelt }, HARVEST)).problems).toMatchObject([
    { line: 2, column: 'season', fix: 'Write one of: harvest.' },
  ]);
  await expect(take({ accounts }, concept('0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0'))).rejects.toThrow(
    'No month of the season weighs anything',
  );
  await expect(take({ accounts }, concept('1, 1'))).rejects.toThrow('seasons.harvest.weights');
});

it('reads six months as the year they are a part of', async () => {
  expect(await take({ accounts, 'money-lines': lines }, HARVEST)).toMatchObject({ applied: true });
  await publish(store, { now: TODAY, policyPath: HARVEST });
  const { data } = await store.write(({ db }) =>
    db.selectFrom('money_rows').selectAll().where('account_id', '=', 'a9').executeTakeFirstOrThrow(),
  );
  // September to February weigh all 20 of 20: the 1,800 are the year.
  expect(data.reasons?.find(({ code }) => code.startsWith('tier.'))?.params.yield).toBe(180_000);
  expect(data.reasons?.map(({ code }) => code)).toContain('tier.season');
  await expect(publish(store, { now: TODAY })).rejects.toThrow('does not know the season "harvest"');
});
