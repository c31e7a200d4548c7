import { afterAll, beforeAll, expect, it } from 'vitest';
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

const HEADERS = {
  wallets: 'account_id,estimated_on,wallet,margin,attainable_share,confidence',
  opportunities: 'source,external_id,account_id,recorded_on,amount,probability,margin,closed_on',
  'products-held': 'account_id,product,recorded_on,db2',
};
const take = (kind: keyof typeof HEADERS, ...rows: string[]) =>
  importFiles(store, writeFiles({ [kind]: `${[HEADERS[kind], ...rows].join('\n')}\n` }), { now: TODAY });

it.each([
  ['wallets', 'a1,2026-04-01,1000.00,0.3,0.5,high', 'estimated_on', 'in the future'],
  ['wallets', 'a1,2026-01-01,1000.00,1.3,0.5,high', 'margin', 'not a share'],
  ['wallets', 'a1,2026-01-01,-1,0.3,0.5,high', 'wallet', 'negative'],
  ['wallets', 'a1,2026-01-01,1000.00,0.3,0.5,sure', 'confidence', 'unknown'],
  ['wallets', 'a9,2026-01-01,1000.00,0.3,0.5,high', 'account_id', 'no account a9'],
  ['opportunities', 'crm,1,a1,2026-01-10,900.00,0.5,0.3,2026-01-01', 'closed_on', 'before the day'],
  ['opportunities', 'crm,1,a1,2026-01-10,900.00,50,0.3,', 'probability', 'not a share'],
  ['products-held', 'a1,Pumps,2026-01-10,"1,5"', 'db2', 'decimal comma'],
] as const)('%s: a row that cannot be is named: %s', async (kind, row, column, reason) => {
  const { applied, problems } = await take(kind, row);
  expect(applied).toBe(false);
  expect(problems).toMatchObject([{ line: 2, column, reason: expect.stringContaining(reason) }]);
});

it('the most trusted source reaches the rows, with date and confidence; the same file twice changes nothing', async () => {
  const moneyOf = async (id: string) => {
    await publish(store, { now: TODAY });
    const rows = await store.write(({ db }) => db.selectFrom('money_rows').selectAll().execute());
    return rows.find(({ account_id }) => account_id === id)?.data;
  };
  expect(await moneyOf('a2')).toMatchObject({ potential: 600_000 });
  expect(await moneyOf('a2')).not.toHaveProperty('potentialFrom');
  const offers = ['crm,1,a2,2026-01-10,10000.00,0.5,0.25,', 'crm,2,a2,2026-01-12,500.00,0.5,0.5,2026-02-01'];
  expect((await take('opportunities', ...offers)).applied).toBe(true);
  const again = await take('opportunities', ...offers);
  expect(again.kinds).toMatchObject([{ inserted: 0, changed: 0, unchanged: 2 }]);
  expect(await moneyOf('a2')).toMatchObject({
    potential: 125_000,
    potentialFrom: { source: 'pipeline', made: '2026-01', confidence: 'medium' },
  });
  await take('wallets', 'a2,2025-12-01,60000.00,0.5,0.75,low');
  expect(await moneyOf('a2')).toMatchObject({
    potential: 2_250_000 - 1_446_800,
    potentialFrom: { source: 'known', made: '2025-12', confidence: 'low' },
  });
});
