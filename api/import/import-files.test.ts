import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { importFiles } from './import-files.ts';

const LINES = 'source,external_id,account_id,booked_on,kind,amount,currency\n';

describe('importFiles', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  const take = (files: Record<string, string>, options = {}) =>
    importFiles(store, writeFiles(files), { now: TODAY, ...options });
  const line = (id: string) =>
    store.write(({ db }) =>
      db.selectFrom('money_lines').selectAll().where('external_id', '=', id).executeTakeFirst(),
    );

  it('changes nothing in a dry run and tells the sums it would lead to', async () => {
    const report = await take(SMALL_COMPANY, { dryRun: true });
    expect(report).toMatchObject({ applied: false, problems: [], inserted: 37, changed: 0 });
    expect(await store.write(({ db }) => db.selectFrom('accounts').selectAll().execute())).toEqual([]);
  });

  it('takes all files in, whatever their order, and adds up the books', async () => {
    const reversed = Object.fromEntries(Object.entries(SMALL_COMPANY).reverse());
    const report = await take(reversed);
    expect(report).toMatchObject({ applied: true, problems: [], inserted: 37 });
    // Net: 120,000 + 18,468 + 8,000 − 46 + 5,000; DB II also less 78,000 + 3,600 + 4,000.00 (half-even) + 4,100.
    expect(report.totals).toEqual({
      net: 15_142_200,
      db2: 6_172_200,
      currency: 'EUR',
      from: '2025-11-03',
      to: '2026-02-05',
    });
  });

  it('converts at the rate of the month and keeps what it was made from', async () => {
    expect(await line('4')).toMatchObject({
      cents: 1_846_800,
      amount: '20000.00',
      currency: 'USD',
      rate: '0.9234',
    });
    expect(await line('5')).toMatchObject({ cents: 400_000, amount: '4000.005', currency: 'EUR' });
  });

  it('keeps the dated assigned level and adds a record when it changes', async () => {
    const change = {
      accounts: 'account_id,name,territory,owner,since,assigned_level\na4,Dorn,Süd,south,2020-01-01,SELF\n',
    };
    expect(await take(change)).toMatchObject({ changed: 1, inserted: 0 });
    const levels = await store.write(({ db }) =>
      db
        .selectFrom('assigned_levels')
        .selectAll()
        .where('account_id', '=', 'a4')
        .orderBy('valid_from')
        .execute(),
    );
    expect(levels).toEqual([
      { account_id: 'a4', valid_from: '2020-01-01', level: 'BASIS' },
      { account_id: 'a4', valid_from: '2026-03-15', level: 'SELF' },
    ]);
  });

  it('recognises a line by its key, even on another account', async () => {
    const moved = `${LINES}erp,6,a1,2026-01-05,sales,8000.00,EUR\nerp,7,a3,2026-01-05,credit_note,47.00,EUR\nerp,8,a4,2026-02-05,sales,5000,EUR\n`;
    expect(await take({ 'money-lines': moved })).toMatchObject({ inserted: 0, changed: 2, unchanged: 1 });
    expect(await line('6')).toMatchObject({ account_id: 'a1' });
    const back = SMALL_COMPANY['money-lines'] as string;
    expect(await take({ 'money-lines': back })).toMatchObject({ inserted: 0, changed: 2, unchanged: 7 });
  });

  it('applies the good rows under quarantine and keeps the bad ones to be worked off', async () => {
    const files = {
      accounts: 'account_id,name,territory,parent\nq1,Quast,Nord,\nq2,,Nord,\n',
      'money-lines': `${LINES}erp,q1,q1,2026-01-05,sales,1.00,EUR\nerp,q2,q2,2026-01-05,sales,1.00,EUR\n`,
    };
    const refused = await take(files);
    expect(refused).toMatchObject({ applied: false, quarantined: 0 });
    expect(refused.problems.length).toBe(2);
    const report = await take(files, { quarantine: true });
    expect(report).toMatchObject({ applied: true, quarantined: 2, inserted: 2 });
    const kept = await store.write(({ db }) =>
      db.selectFrom('quarantined_rows').select(['file', 'line', 'column_name']).orderBy('file').execute(),
    );
    expect(kept).toEqual([
      { file: 'accounts.csv', line: 3, column_name: 'name' },
      { file: 'money-lines.csv', line: 3, column_name: 'account_id' },
    ]);
  });

  it('asks for the currency of the books before the first line, and keeps it afterwards', {
    timeout: 60_000,
  }, async () => {
    const empty = await openTestStore();
    const { 'money-lines': lines, accounts } = SMALL_COMPANY as Record<'money-lines' | 'accounts', string>;
    const plain = accounts.replaceAll(/,(rep|south|inside)(?=,)/g, ',');
    const without = await importFiles(empty, writeFiles({ accounts: plain, 'money-lines': lines }), {
      now: TODAY,
    });
    expect(without.problems[0]?.fix).toContain('Import company.csv');
    await empty.close();
    const other = await take({ company: 'name,currency\nKontor,CHF\n' });
    expect(other.problems[0]?.reason).toBe('The figures already imported are kept in EUR.');
  });

  it('warns where the end of a file may be missing', async () => {
    const report = await take({ company: 'name,currency\nKontor,EUR' });
    expect(report.notes).toEqual([
      'The last line of company.csv has no line end; make sure that the file has not been cut off.',
    ]);
  });

  it('reports how far it has read', async () => {
    const seen: number[] = [];
    await take(
      { company: SMALL_COMPANY.company as string },
      {
        onProgress: ({ read, size }: { read: number; size: number }) => seen.push(read / size),
      },
    );
    expect(seen.at(-1)).toBe(1);
  });
});
