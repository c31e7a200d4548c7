import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../report/report.ts';
import type { Store } from '../../store/store.ts';
import { openTestStore } from '../../store/test-store.ts';
import { writeFiles } from '../../test-company.ts';
import { realData } from '../../test-real-data.ts';
import { importFiles } from '../import-files.ts';
import type { PresetName } from './index.ts';

const superstore = realData('data/superstore/Superstore.csv');
const superstoreLedger = realData('golden/superstore_ledger.json');
const ravenstack = realData('data/ravenstack');
const northwind = realData('data/northwind');

function imported(preset: PresetName, path: string | null) {
  const held: { store: Store } = { store: undefined as unknown as Store };
  beforeAll(async () => {
    held.store = await openTestStore();
    const result = await importFiles(held.store, [path as string], { preset });
    expect(result.problems).toEqual([]);
  });
  afterAll(() => held.store?.close());
  return held;
}

describe.skipIf(!superstore)('preset superstore on the real file', () => {
  const held = imported('superstore', superstore);

  it('gives the figures known for it', async () => {
    expect(await report(held.store)).toMatchObject({
      period: { from: '2014-01-03', to: '2017-12-30' },
      whaleCurve: {
        accounts: 793,
        unprofitable: 155,
        total: 28_639_596,
        peakAt: 638,
        peakPercent: '124.8692',
        topFifth: 159,
        topFifthPercent: '81.6650',
      },
      ledger: { surplus: 35_762_046, deficit: 7_122_450, retained: 28_639_596, subsidyRatio: '0.199162' },
      care: 'unknown',
    });
  });

  it.skipIf(!superstoreLedger)('agrees with the statement computed elsewhere', async () => {
    const expected = JSON.parse(readFileSync(superstoreLedger as string, 'utf8'));
    const { whaleCurve, ledger } = await report(held.store);
    expect(ledger).toEqual(expected.totals);
    expect(whaleCurve).toEqual(expected.whaleCurve);
  });

  it('changes nothing when taken twice', async () => {
    const again = await importFiles(held.store, [superstore as string], { preset: 'superstore' });
    expect(again).toMatchObject({ inserted: 0, changed: 0, problems: [] });
  });
});

describe('preset superstore', () => {
  const HEADER = 'Row ID,Order Date,Customer ID,Customer Name,Region,Sales,Profit\n';

  it('names the columns as the file does', { timeout: 60_000 }, async () => {
    const store = await openTestStore();
    const files = writeFiles({
      'Superstore.csv': `${HEADER}1,13/45/2016,C1,Zoë,South,10.005,1\n2,1/2/2016,C1,Zoë,South,"1.234,56",1\n2,1/2/2016,C1,Zoë,South,1,x\n`,
    });
    const { problems, applied } = await importFiles(store, files, { preset: 'superstore' });
    expect(applied).toBe(false);
    expect(problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'Order Date', '2016-13-45'],
      [3, 'Sales, Profit', '1.234,56'],
      [4, 'Sales, Profit', 'x'],
    ]);
    await store.close();
  });
});

describe.skipIf(!ravenstack)('preset ravenstack on the real files', () => {
  const held = imported('ravenstack', ravenstack);

  it('counts subscriptions on the first of each month and prices tickets', async () => {
    const { rows } = await held.store.write(({ db }) =>
      sql<{ n: number }>`
        select count(*)::int as n from accounts union all
        select count(*)::int from activities where occurred_on between '2024-01-01' and '2024-12-31' union all
        select count(*)::int from money_lines where to_char(booked_on, 'DD') <> '01'`.execute(db),
    );
    expect(rows.map(({ n }) => n)).toEqual([500, 1_009, 0]);
    const { care, whaleCurve } = await report(held.store, { from: '2024-01-01', to: '2024-12-31' });
    expect(care).toBe('partly');
    // Sum of the monthly amounts that cover a first of the month, less 1,009 tickets of 25 minutes at 45.00 an hour.
    const revenue = slowRevenue(readFileSync(`${ravenstack}/ravenstack_subscriptions.csv`, 'utf8'), 2024);
    expect(whaleCurve.total).toBe(revenue * 100 - 1_009 * 1_875);
  });

  it('takes refunds only where their file is named', async () => {
    const refunds = () =>
      held.store.write(({ db }) =>
        db.selectFrom('money_lines').select('cents').where('kind', '=', 'credit_note').execute(),
      );
    expect(await refunds()).toEqual([]);
    await importFiles(held.store, [ravenstack as string, `${ravenstack}/ravenstack_churn_events.csv`], {
      preset: 'ravenstack',
    });
    expect((await refunds()).length).toBeGreaterThan(100);
  });
});

/** Day by day, the obvious way. */
function slowRevenue(csv: string, year: number): number {
  const rows = csv.trim().split('\n').slice(1);
  let total = 0;
  for (const row of rows) {
    const [, , start = '', end = '', , , amount = '', , trial] = row.split(',');
    if (trial === 'True') continue;
    for (let month = 1; month <= 12; month++) {
      const first = `${year}-${String(month).padStart(2, '0')}-01`;
      if (start <= first && (end === '' || end >= first)) total += Number(amount);
    }
  }
  return total;
}

describe.skipIf(!northwind)('preset northwind on the real files', () => {
  const held = imported('northwind', northwind);

  it('takes orders, discounts, freight, and who owns whom', async () => {
    const { rows } = await held.store.write(({ db }) =>
      sql<{ kind: string; n: number }>`
        select kind, count(*)::int as n from money_lines group by kind order by kind`.execute(db),
    );
    expect(rows).toEqual([
      { kind: 'discount', n: 838 },
      { kind: 'freight', n: 830 },
      { kind: 'sales', n: 2_155 },
    ]);
    const people = await held.store.write(({ db }) =>
      db
        .selectFrom('people')
        .select(['person_id', 'role', 'pool', 'team', 'territories'])
        .orderBy('person_id')
        .execute(),
    );
    expect(people[1]).toMatchObject({ person_id: '2', role: 'lead', team: 'Team Andrew Fuller' });
    expect(people[5]).toMatchObject({ role: 'rep', team: 'Team Steven Buchanan', territories: ['Western'] });
    expect(people[7]).toMatchObject({ role: 'inside', pool: 'inside' });
    const accounts = await held.store.write(({ db }) =>
      db.selectFrom('accounts').select('name').where('owner', 'is', null).execute(),
    );
    expect(accounts.length).toBe(2);
  });
});
