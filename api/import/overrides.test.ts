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

const take = (kind: string, rows: string) => importFiles(store, writeFiles({ [kind]: rows }), { now: TODAY });
const published = async (id: string) => {
  await publish(store, { now: TODAY });
  const find = async (table: 'words_rows' | 'money_rows') =>
    (await store.write(({ db }) => db.selectFrom(table).selectAll().execute())).find(
      ({ account_id }) => account_id === id,
    )?.data;
  return { words: await find('words_rows'), money: await find('money_rows') };
};
const OVERRIDES = 'account_id,from,until,tier,level,reason,approver\n';
const REFERRALS = 'account_id,referred,start,months,share\n';

it.each([
  ['a1,2026-01,2027-01,B,,why,Lea', 'until', 'at most twelve months'],
  ['a1,2026-02,2026-01,B,,why,Lea', 'until', 'before the beginning'],
  ['a1,2026-01,2026-12,,,why,Lea', 'tier', 'Neither tier nor level'],
  ['a1,2026-01,2026-12,Q,,why,Lea', 'tier', 'tier is unknown'],
  ['a1,2026-01,2026-12,,GOLD,why,Lea', 'level', 'level is unknown'],
  ['a1,2026-01,2026-12,B,,,Lea', 'reason', 'empty'],
  ['a1,2026-01,2026-12,B,,why,', 'approver', 'empty'],
  ['a9,2026-01,2026-12,B,,why,Lea', 'account_id', 'no account a9'],
])('an override that cannot hold is named: %s', async (row, column, reason) => {
  const { applied, problems } = await take('overrides', `${OVERRIDES}${row}\n`);
  expect([applied, problems.length]).toEqual([false, 1]);
  expect(problems[0]).toMatchObject({ line: 2, column, reason: expect.stringContaining(reason) });
});

it.each([
  ['a1,a1,2026-01,12,0.10', 'referred', 'brought itself'],
  ['a1,a9,2026-01,12,0.10', 'referred', 'no account a9'],
  ['a1,a2,2026-01,12,1.5', 'share', 'not a share'],
  ['a1,a2,2026-01,12,0', 'share', 'not a share'],
  ['a1,a2,2026-01,0,0.10', 'months', 'does not fit'],
])('a referral that cannot be is named: %s', async (row, column, reason) => {
  const { applied, problems } = await take('referrals', `${REFERRALS}${row}\n`);
  expect(applied).toBe(false);
  expect(problems[0]).toMatchObject({ column, reason: expect.stringContaining(reason) });
});

it('an override changes tier or level while it holds, never money', async () => {
  const before = await published('a1');
  expect(before.words).toMatchObject({ tier: 'A', why: { rule: 'ladder' } });
  await take('overrides', `${OVERRIDES}a1,2026-01,2026-12,C,,moving abroad,Lea\n`);
  const set = await published('a1');
  expect(set.words).toMatchObject({ tier: 'C', why: { rule: 'override' } });
  expect(set.words).toMatchObject({
    tierReasons: expect.arrayContaining([
      { code: 'tier.override', params: { tier: 'C', until: '2026-12-31' } },
    ]),
    pin: { tier: 'C', from: '2026-01', until: '2026-12', reason: 'moving abroad', approver: 'Lea' },
  });
  const { reasons: _, ...money } = set.money as unknown as Record<string, unknown>;
  const { reasons: __, ...was } = before.money as unknown as Record<string, unknown>;
  expect(money).toEqual(was);
  await take('overrides', `${OVERRIDES}a1,2026-01,2026-01,C,,moving abroad,Lea\n`);
  const ended = await published('a1');
  expect(ended.words).toMatchObject({ tier: 'A' });
  expect(ended.words).not.toHaveProperty('pin');
});

it('a referral moves DB III from the one brought to the one who brought, to the cent', async () => {
  const [giver, taker] = [await published('a1'), await published('a4')];
  await take('referrals', `${REFERRALS}a4,a1,2026-01,12,0.10\n`);
  const [gave, got] = [await published('a1'), await published('a4')];
  const db3 = (row: typeof giver) => (row.money as { db3: number }).db3;
  const credit = db3(got) - db3(taker);
  expect(credit).toBe(3_840_00);
  expect(db3(gave) - db3(giver)).toBe(-credit);
});
