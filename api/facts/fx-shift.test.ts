import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../import/import-files.ts';
import { DEFAULT_POLICY_PATH } from '../policy/load-policy.ts';
import { publish } from '../publish/publish.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';

/** Of a2: 20,000 USD at 0.9234 in November, product cost of 4,000 EUR. Class H begins at 20,000 EUR. */
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
});
afterAll(() => store?.close());

const concept = (lines: string): string => {
  const text = `${readFileSync(DEFAULT_POLICY_PATH, 'utf8')}\n${lines}\n`;
  return writeFiles({ 'policy.yaml': text })[0] as string;
};
const CONSTANT = concept('fxMode: constant\nfxBaseMonth: 2026-01');
const RATES = { 'exchange-rates': 'month,currency,rate\n2026-01,USD,1.25\n' };
const LINE =
  'source,external_id,account_id,booked_on,kind,amount,currency\nx,1,a2,2025-11-20,credit_note,1.00,USD\n';

let seconds = 0;
async function judged(policyPath: string) {
  await publish(store, { now: new Date(TODAY.getTime() + 1_000 * ++seconds), policyPath });
  return store.write(async ({ db }) => {
    const words = await db.selectFrom('words_rows').selectAll().execute();
    const money = await db.selectFrom('money_rows').selectAll().execute();
    const ofA2 = <Row extends { account_id: string }>(rows: Row[]) =>
      rows.find(({ account_id }) => account_id === 'a2');
    return { tier: ofA2(words)?.data.tier, money: ofA2(money)?.data };
  });
}

describe('constant exchange rates (domain §4)', () => {
  it('need a base month, and a rate of it for every currency in use', async () => {
    await expect(judged(concept('fxMode: constant'))).rejects.toThrow('no month is named');
    await expect(judged(CONSTANT)).rejects.toThrow('no exchange rate for USD in 2026-01, the base month');
    const taken = await importFiles(store, writeFiles({ 'money-lines': LINE }), {
      now: TODAY,
      policyPath: CONSTANT,
      quarantine: true,
    });
    expect(taken.quarantined).toBe(1);
    expect(taken.problems).toMatchObject([
      { line: 2, column: 'currency', reason: expect.stringContaining('the base month of the policy') },
    ]);
  });

  it('change tier and package, never the money that was booked', async () => {
    const booked = await judged(DEFAULT_POLICY_PATH);
    await importFiles(store, writeFiles(RATES), { now: TODAY });
    const constant = await judged(CONSTANT);
    // Booked 18,468 − 4,000 = 14,468; at 1.25 it is 25,000 − 4,000 = 21,000. Potential lifts one step in both.
    const why = (rows: typeof booked) =>
      rows.money?.reasons?.find(({ code }) => code.startsWith('tier.'))?.params;
    expect(why(booked)).toMatchObject({ yield: 1_446_800 });
    expect(why(constant)).toMatchObject({ yield: 2_100_000 });
    expect(constant.money?.reasons?.map(({ code }) => code)).toContain('tier.constant-rates');
    const money = ({ net, db2, db3, ledgerLine }: NonNullable<typeof booked.money>) => [
      net,
      db2,
      db3,
      ledgerLine,
    ];
    expect(money(constant.money!)).toEqual(money(booked.money!));
    expect(constant.money?.fundableLimit).toBeGreaterThan(booked.money?.fundableLimit ?? 0);
  });

  it('make lines of one amount weigh the same whatever the rate of their month', async () => {
    const lines = `source,external_id,account_id,booked_on,kind,amount,currency
x,2,a3,2025-11-20,sales,1000.00,USD
x,3,a3,2026-01-20,sales,1000.00,USD
`;
    await importFiles(store, writeFiles({ 'money-lines': lines }), { now: TODAY });
    const rows = await store.write(({ db }) =>
      db.selectFrom('money_lines').select('cents').where('source', '=', 'x').orderBy('external_id').execute(),
    );
    expect(rows.map(({ cents }) => cents)).toEqual([92_340, 125_000]);
    await judged(CONSTANT);
    const a3 = await store.write(({ db }) =>
      db.selectFrom('money_rows').selectAll().where('account_id', '=', 'a3').executeTakeFirstOrThrow(),
    );
    const reason = a3.data.reasons?.find(({ code }) => code.startsWith('tier.'));
    // 8,000 − 46 in euro, and twice 1,250.
    expect(reason?.params.yield).toBe(795_400 + 250_000);
  });
});
