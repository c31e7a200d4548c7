import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFiles } from '../import/import-files.ts';
import { DEFAULT_POLICY_PATH } from '../policy/load-policy.ts';
import { report } from '../report/report.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { publish } from './publish.ts';

/** Rows of the edge-case table (domain §15) that are decided before the engine sees them. */
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
});
afterAll(() => store?.close());

const take = (files: Record<string, string>, quarantine = false) =>
  importFiles(store, writeFiles(files), { now: TODAY, quarantine });
let published = 0;
/** Each publication a second after the one before, so that the last is the current one. */
const clock = () => new Date(TODAY.getTime() + 1_000 * ++published);
const ctsOf = async (id: string) => {
  await publish(store, { now: clock() });
  const rows = await store.write(({ db }) => db.selectFrom('money_rows').selectAll().execute());
  return rows.find(({ account_id }) => account_id === id)?.data.cts;
};
const ACTIVITIES = 'source,external_id,account_id,occurred_on,type,count,minutes,cause\n';

it('an activity in the future is quarantined with its place and cure, the others count', async () => {
  const before = (await ctsOf('a1')) as number;
  const rows = `${ACTIVITIES}x,1,a1,2026-03-16,visit,1,,customer\nx,2,a1,2026-02-10,visit,1,,customer\n`;
  const report = await take({ activities: rows }, true);
  expect(report).toMatchObject({ applied: true, quarantined: 1 });
  expect(report.problems).toMatchObject([
    {
      line: 2,
      column: 'occurred_on',
      reason: expect.stringContaining('lies in the future'),
      fix: expect.any(String),
    },
  ]);
  expect(await ctsOf('a1')).toBe(before + 27_000);
});

it('care we have caused and care without an account are in nobody’s cost', async () => {
  const before = await ctsOf('a1');
  await take({
    activities: `${ACTIVITIES}x,3,a1,2026-02-11,visit,1,,own_fault\nx,4,,2026-02-11,visit,1,,customer\n`,
  });
  expect(await ctsOf('a1')).toBe(before);
  const { evaluation } = await report(store);
  // By then logged in the field: twelve visits of customers, one without account, one of our own making.
  expect(evaluation?.outside?.find(({ pool }) => pool === 'field')).toEqual({
    pool: 'field',
    logged: 14 * 180,
    unassigned: 180,
    ownFault: 180,
  });
});

it('an event with several accounts is split to the minute, and follows who took part', async () => {
  const [a1, a4] = [(await ctsOf('a1')) as number, (await ctsOf('a4')) as number];
  const event = (accounts: string) =>
    take({ activities: `${ACTIVITIES}x,9,${accounts},2026-02-12,visit,1,100,customer\n` });
  // 100 minutes of the field: 34 for the first by id, 33 for the others.
  expect(await event('a4; a1;a2')).toMatchObject({ applied: true, inserted: 3 });
  expect([await ctsOf('a1'), await ctsOf('a4')]).toEqual([a1 + 34 * 150, a4 + 33 * 150]);
  expect(await event('a4;a1;a2')).toMatchObject({ inserted: 0, changed: 0, unchanged: 3 });
  await event('a4;a1');
  expect([await ctsOf('a1'), await ctsOf('a4')]).toEqual([a1 + 50 * 150, a4 + 50 * 150]);
  await event('a4');
  expect([await ctsOf('a1'), await ctsOf('a4')]).toEqual([a1, a4 + 100 * 150]);
  const { applied, problems } = await event('a4;a9');
  expect([applied, problems.length]).toEqual([false, 1]);
  expect(problems[0]).toMatchObject({ line: 2, column: 'account_id', value: 'a9' });
  await event('');
  expect(await ctsOf('a4')).toBe(a4);
});

it('what counts where a duration was measured is the policy’s to say', async () => {
  const text = readFileSync(DEFAULT_POLICY_PATH, 'utf8');
  const a4 = async (rule: string): Promise<unknown> => {
    const policy = `${text}\ndurations: ${rule}\n`;
    const [policyPath] = writeFiles({ 'policy.yaml': policy });
    await publish(store, { now: clock(), policyPath: policyPath as string });
    const rows = await store.write(({ db }) => db.selectFrom('money_rows').selectAll().execute());
    return rows.find(({ account_id }) => account_id === 'a4')?.data.cts;
  };
  // Ten visits at the standard, and one call of 13 minutes measured, 20 by the standard.
  expect(await a4('measured')).toBe(270_000 + 975);
  expect(await a4('standard')).toBe(270_000 + 1_500);
  expect(await a4('max')).toBe(270_000 + 1_500);
});

it('a month without an exchange rate is never taken one to one', async () => {
  const rows =
    'source,external_id,account_id,booked_on,kind,amount,currency\nx,5,a1,2026-02-11,sales,100.00,USD\n';
  const report = await take({ 'money-lines': rows });
  expect(report).toMatchObject({ applied: false });
  expect(report.problems[0]?.reason).toContain('no exchange rate for USD in 2026-02');
});

it('a policy that does not know an assigned level or a type in use is refused by name', async () => {
  const yaml = readFileSync(DEFAULT_POLICY_PATH, 'utf8');
  const [path = ''] = writeFiles({ 'other.yaml': '' });
  writeFileSync(path, yaml.replaceAll('EXKLUSIV', 'PREMIUM'));
  await expect(publish(store, { now: TODAY, policyPath: path })).rejects.toThrow('the level "EXKLUSIV"');
});

it('a closed account stays until twelve months without any fact have passed', async () => {
  const closed = SMALL_COMPANY.accounts!.replace(
    'a4,"Dorn, ""Kontor""",Süd,south,,,2020-01-01,,no,,BASIS,,',
    'a4,"Dorn, ""Kontor""",Süd,south,,,2020-01-01,,no,,BASIS,,2026-01-31',
  );
  await take({ accounts: closed });
  expect((await publish(store, { now: TODAY })).accounts).toBe(6);
  const later = new Date('2027-04-15T12:00:00');
  expect((await publish(store, { now: later, asOf: '2027-01' })).accounts).toBe(6);
  expect((await publish(store, { now: later, asOf: '2027-03' })).accounts).toBe(5);
});

it('an annual bonus booked in December is accrued where the policy says so', async () => {
  await take({
    'money-lines': `source,external_id,account_id,booked_on,kind,amount,currency
x,20,a1,2025-12-20,bonus,6000.00,EUR
x,21,a1,2026-01-10,sales,10000.00,EUR
`,
  });
  const text = readFileSync(DEFAULT_POLICY_PATH, 'utf8');
  const [policyPath = ''] = writeFiles({ 'policy.yaml': `${text}\naccrueAnnual: [bonus]\n` });
  const netOf = async (asOf: string, options: { policyPath?: string }): Promise<number> => {
    await publish(store, { now: clock(), asOf, ...options });
    const rows = await store.write(({ db }) => db.selectFrom('money_rows').selectAll().execute());
    return rows.find(({ account_id }) => account_id === 'a1')?.data.net as number;
  };
  // The calendar year is as booked; of 2026, 5 % of the revenue so far are expected, as in 2025.
  expect(await netOf('2025-12', { policyPath })).toBe(await netOf('2025-12', {}));
  expect(await netOf('2026-02', { policyPath })).toBe((await netOf('2026-02', {})) - 50_000);
  const [unknown = ''] = writeFiles({ 'policy.yaml': `${text}\naccrueAnnual: [sales]\n` });
  await expect(publish(store, { now: clock(), policyPath: unknown })).rejects.toThrow(
    'There is no deduction "sales"',
  );
});
