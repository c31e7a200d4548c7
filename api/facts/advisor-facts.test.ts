import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFiles } from '../import/import-files.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { revenueVariable } from './advisor-facts.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

it('adds up what varies with revenue, within the window only', async () => {
  const money = `${SMALL_COMPANY['money-lines']}erp,20,a1,2025-11-30,commission,60.00,EUR
erp,21,a1,2026-02-28,cash_discount,12.50,EUR
erp,22,a1,2026-03-01,commission,7.00,EUR
erp,23,a1,2025-02-28,commission,5.00,EUR
`;
  const files = { ...SMALL_COMPANY, 'money-lines': money };
  expect((await importFiles(store, writeFiles(files), { now: TODAY })).problems).toEqual([]);
  const sums = await store.write(({ db }) => revenueVariable(db, '2026-02'));
  expect([...sums]).toEqual([['a1', 7_250]]);
});
