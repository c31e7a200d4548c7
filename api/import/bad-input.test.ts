import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { type ImportOptions, importFiles } from './import-files.ts';
import { problemText } from './row-problem.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
});
afterAll(() => store.close());

const ACCOUNTS = 'account_id,name,territory,parent\n';
const LINES = 'source,external_id,account_id,booked_on,kind,amount,currency\n';
const CARE = 'source,external_id,account_id,occurred_on,type,count,minutes,cause\n';
const KEYS = 'crm,instance,object,id,account_id\n';

/** Problems of an import as sentences; a refused one must not have changed anything. */
async function problemsOf(
  files: Record<string, string | Uint8Array>,
  options: ImportOptions = {},
): Promise<string[]> {
  const before = await snapshot();
  const report = await importFiles(store, writeFiles(files), { now: TODAY, ...options });
  expect(report.applied).toBe(false);
  expect(await snapshot()).toEqual(before);
  return report.problems.map(problemText);
}

async function snapshot(): Promise<unknown> {
  const { rows } = await store.write(({ db }) =>
    sql`select (select count(*) from accounts)::int as accounts, (select count(*) from money_lines)::int as lines,
      (select count(*) from activities)::int as care, (select count(*) from record_keys)::int as keys,
      (select count(*) from imports)::int as imports`.execute(db),
  );
  return rows[0];
}

describe('a file that cannot be trusted as a whole', () => {
  it('in another encoding: names the line and the option', async () => {
    const text = `${ACCOUNTS}b1,Plain,Nord,\nb2,Käfer & Söhne,Nord,\n`;
    expect(await problemsOf({ accounts: Buffer.from(text, 'latin1') })).toEqual([
      'accounts.csv, line 3: The file is not UTF-8; it looks like windows-1252. Run the import again with --encoding windows-1252, or save the file as UTF-8.',
    ]);
    expect((await problemsOf({ accounts: Buffer.from(text, 'utf16le') }))[0]).toContain(
      'it looks like utf-16le',
    );
  });

  it('is read with the encoding named', async () => {
    const text = `${ACCOUNTS}b2,Käfer & Söhne – €,Nord,\n`;
    const latin = Buffer.from(text.replace('–', '\u0096').replace('€', '\u0080'), 'latin1');
    for (const [bytes, encoding] of [
      [latin, 'windows-1252'],
      [Buffer.from(text, 'utf16le'), 'utf-16le'],
    ] as const) {
      const report = await importFiles(store, writeFiles({ accounts: bytes }), {
        now: TODAY,
        dryRun: true,
        encoding,
      });
      expect(report.problems).toEqual([]);
    }
  });

  it('with a quote that is never closed, even under quarantine', async () => {
    const files = {
      'money-lines': `${LINES}erp,90,a1,2026-01-02,sales,1.00,EUR\nerp,"91,a1,2026-01-02,sales,1.00,EUR\n`,
    };
    const said = [
      'money-lines.csv, line 3: A quote is opened and never closed, so all that follows cannot be told apart. The file may have been cut off: export it again, or close the quote.',
    ];
    expect(await problemsOf(files)).toEqual(said);
    expect(await problemsOf(files, { quarantine: true })).toEqual(said);
  });

  it('empty, with semicolons, or with a header that lacks or repeats columns', async () => {
    expect((await problemsOf({ accounts: '' }))[0]).toContain('The file is empty.');
    expect((await problemsOf({ accounts: 'account_id;name;territory\nb1;B;Nord\n' }))[0]).toContain(
      'separated by semicolons',
    );
    expect((await problemsOf({ accounts: 'account_id,name\nb1,B\n' }))[0]).toContain('territory');
    expect((await problemsOf({ accounts: 'account_id,name,territory,name\nb1,B,Nord,C\n' }))[0]).toContain(
      'names a column twice',
    );
  });
});

describe('a bad row', () => {
  const line = (fields: string) => ({ 'money-lines': `${LINES}${fields}\n` });

  it('cut off at the end of the file', async () => {
    expect(
      await problemsOf({ 'money-lines': `${LINES}erp,90,a1,2026-01-02,sales,1.00,EUR\nerp,91,a1,2026-0` }),
    ).toEqual([
      'money-lines.csv, line 3: The row has 4 columns, the header 7. The file may have been cut off here: export it again.',
    ]);
  });

  it.each([
    [
      'an unknown account',
      'erp,90,nobody,2026-01-02,sales,1.00,EUR',
      'line 2, account_id "nobody": There is no account nobody. Add the account to accounts.csv, or correct the id.',
    ],
    [
      'an unknown currency',
      'erp,90,a1,2026-01-02,sales,1.00,XXQ',
      'line 2, currency "XXQ": There is no exchange rate for XXQ in 2026-01. Add month, currency and rate to exchange-rates.csv, or correct the currency.',
    ],
    [
      'a month without a rate',
      'erp,90,a1,2025-12-02,sales,1.00,USD',
      'There is no exchange rate for USD in 2025-12.',
    ],
    [
      'no currency code',
      'erp,90,a1,2026-01-02,sales,1.00,Euro',
      'This is not a currency. Write its three letters, for example EUR.',
    ],
    [
      'a German amount',
      'erp,90,a1,2026-01-02,sales,"1.234,56",EUR',
      'amount "1.234,56": The number is written with a decimal comma. Write 1234.56.',
    ],
    [
      'a German amount without quotes',
      'erp,90,a1,2026-01-02,sales,1.234,56,EUR',
      'no thousands separator (1234.56)',
    ],
    ['thousands separators', 'erp,90,a1,2026-01-02,sales,"1,234.56",EUR', 'Write 1234.56.'],
    ['a currency sign', 'erp,90,a1,2026-01-02,sales,€5,EUR', 'This is not a number.'],
    ['an absurd amount', 'erp,90,a1,2026-01-02,sales,12345678901234.00,EUR', 'The number is too long.'],
    [
      'a future date',
      'erp,90,a1,2026-03-16,sales,1.00,EUR',
      'The date lies in the future (today is 2026-03-15).',
    ],
    ['a date before there were books', 'erp,90,a1,1026-03-16,sales,1.00,EUR', 'The date lies before 1970.'],
    ['a day that does not exist', 'erp,90,a1,2026-02-30,sales,1.00,EUR', 'This is not a date.'],
    [
      'an unknown kind of money',
      'erp,90,a1,2026-01-02,gift,1.00,EUR',
      'kind "gift": This kind of money is unknown. Write one of: sales',
    ],
    ['an empty key', 'erp,,a1,2026-01-02,sales,1.00,EUR', 'external_id: The field is empty.'],
  ])('with %s', async (_, row, says) => {
    const problems = await problemsOf(line(row));
    expect(problems.length).toBe(1);
    expect(problems[0]).toContain(says);
  });

  it('whose key stands twice names the first place, across files too', async () => {
    const row = 'erp,90,a1,2026-01-02,sales,1.00,EUR\n';
    expect(await problemsOf({ 'money-lines': LINES + row + row })).toEqual([
      'money-lines.csv, line 3, source, external_id "erp, 90": The same key stands in line 2 already. Remove one of the two rows.',
    ]);
    expect((await problemsOf({ accounts: `${ACCOUNTS}x,X,Nord,\nx,Y,Nord,\n` }))[0]).toContain(
      'stands in line 2 already',
    );
  });

  it('with an unknown activity type, or before the first capacity rate', async () => {
    const problems = await problemsOf({
      activities: `${CARE}crm,90,a1,2026-01-02,dance,1,,customer\ncrm,91,a1,2024-12-31,visit,1,,customer\ncrm,92,a1,2026-01-02,visit,-1,,customer\n`,
    });
    expect(problems).toEqual([
      'activities.csv, line 2, type "dance": This activity type is unknown. Write one of: visit, call, video, ticket, review, reactive.',
      'activities.csv, line 4, count "-1": The number does not fit. Write a whole number from 0 to 1000000.',
      'activities.csv, line 3, occurred_on "2024-12-31": The first capacity rate of pool field holds from 2025-01-01 on. Add a rate valid on 2024-12-31 to capacity-rates.csv; there is no default rate.',
    ]);
  });

  it('with a name of 10,000 characters, control characters or lost letters', async () => {
    const accounts = (name: string) => ({ accounts: `${ACCOUNTS}b1,${name},Nord,\n` });
    const [long] = await problemsOf(accounts('x'.repeat(10_000)));
    expect(long).toContain('(10000 characters)');
    expect(long).toContain('at most 255 are taken');
    expect(long?.length).toBeLessThan(400);
    expect((await problemsOf(accounts('"two\nlines"')))[0]).toContain('control character');
    expect((await problemsOf(accounts('K\ufffdfer')))[0]).toContain('converted wrongly');
  });

  it('with a name of ten megabytes, or an amount past what numbers hold exactly', async () => {
    const [long] = await problemsOf({ accounts: `${ACCOUNTS}b1,${'x'.repeat(10_000_000)},Nord,\n` });
    expect(long).toContain('accounts.csv, line 2');
    expect(long?.length).toBeLessThan(400);
    const [large] = await problemsOf({
      'money-lines': `${LINES}erp,95,a1,2026-01-02,sales,90071992547409.93,EUR\n`,
    });
    expect(large).toContain('At most 12 digits before the point');
    const [count] = await problemsOf({
      activities: `${CARE}crm,95,a1,2026-01-02,visit,9007199254740993,,customer\n`,
    });
    expect(count).toContain('a whole number from 0 to 1000000');
  });

  it('with columns called __proto__ and constructor is read without them', async () => {
    const files = writeFiles({
      accounts: `account_id,name,territory,__proto__,constructor\nb1,B,Nord,{"name":"x"},y\n`.replaceAll(
        '"',
        "'",
      ),
    });
    const report = await importFiles(store, files, { now: TODAY, dryRun: true });
    expect({ problems: report.problems, inserted: report.inserted }).toEqual({ problems: [], inserted: 1 });
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  it('with parents that run in a circle or do not exist', async () => {
    const problems = await problemsOf({
      accounts: `${ACCOUNTS}b1,B,Nord,b2\nb2,B,Nord,b1\nb3,B,Nord,b1\nb4,B,Nord,b4\n`,
    });
    expect(problems.filter((text) => text.includes('its parents run in a circle')).length).toBe(3);
    expect(
      problems.filter((text) => text.includes('There is no account b1 that could be the parent')).length,
    ).toBe(1);
    // a2's parent is a1 already: closing the circle over stored accounts is found too.
    expect((await problemsOf({ accounts: `${ACCOUNTS}a1,Adler,Nord,a2\n` }))[0]).toContain('run in a circle');
  });
});

describe('record keys', () => {
  it('of two accounts are refused, also when one id has 15 and the other 18 characters', async () => {
    expect(
      await problemsOf({
        'record-keys': `${KEYS}salesforce,acme,account,001A0000006Vm9u,a1\nsalesforce,Acme,account,001A0000006Vm9uIAC,a3\n`,
      }),
    ).toEqual([
      'record-keys.csv, line 3, record_key "salesforce:acme:account:001A0000006Vm9uIAC": The same record belongs to another account_id in line 2. Keep the row that is right.',
    ]);
  });

  it('written twice for one account do no harm', async () => {
    const report = await importFiles(
      store,
      writeFiles({
        'record-keys': `${KEYS}salesforce,acme,account,001A0000006Vm9u,a1\nsalesforce,acme,account,001A0000006Vm9uIAC,a1\n`,
      }),
      { now: TODAY, dryRun: true },
    );
    expect({ problems: report.problems, inserted: report.inserted }).toEqual({ problems: [], inserted: 1 });
  });

  it('with an id that Salesforce does not have', async () => {
    expect((await problemsOf({ 'record-keys': `${KEYS}salesforce,acme,account,001A,a1\n` }))[0]).toContain(
      'This is not a Salesforce id.',
    );
  });

  it('are stored with 18 characters', async () => {
    const keys = await store.write(({ db }) =>
      db.selectFrom('record_keys').select('record_key').where('account_id', '=', 'a2').execute(),
    );
    expect(keys).toEqual([{ record_key: 'salesforce:acme:account:001A0000006Vm9rIAC' }]);
  });
});

it('keeps mark-up in names as plain text', async () => {
  const account = await store.write(({ db }) =>
    db.selectFrom('accounts').select('name').where('account_id', '=', 'a5').executeTakeFirst(),
  );
  expect(account?.name).toBe('<img onerror=alert(1)>');
});

it('says what to do with files and folders it does not know', async () => {
  const path = writeFiles({ 'notes.csv': 'a,b\n' });
  await expect(importFiles(store, path, { now: TODAY })).rejects.toThrow(/Name it one of company\.csv/);
  await expect(importFiles(store, ['/does/not/exist'], { now: TODAY })).rejects.toThrow(/no file or folder/);
  await expect(importFiles(store, [], { now: TODAY })).rejects.toThrow(/Name the files/);
});
