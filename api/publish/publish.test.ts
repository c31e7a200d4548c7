import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MoneyRow } from '../../lib/contract/money-row.ts';
import { WordsRow } from '../../lib/contract/words-row.ts';
import { importFiles } from '../import/import-files.ts';
import { DEFAULT_POLICY_PATH } from '../policy/load-policy.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { publish } from './publish.ts';
import { segmentTexts } from './segment-part.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const take = (files: Record<string, string>) => importFiles(store, writeFiles(files), { now: TODAY });
const rowsOf = async (layer: 'words' | 'money') => {
  const parts = await store.write(({ db }) =>
    db
      .selectFrom('part_refs')
      .innerJoin('parts', 'parts.digest', 'part_refs.digest')
      .innerJoin('evaluations', 'evaluations.evaluation_id', 'part_refs.evaluation_id')
      .select(['scope', 'parts.bytes as data'])
      .where('layer', '=', layer)
      .where('kind', '=', 'segment')
      .where('published_at', '=', ({ selectFrom }) =>
        selectFrom('evaluations').select(({ fn }) => fn.max('published_at').as('newest')),
      )
      .execute(),
  );
  return parts.flatMap(({ data, scope }) =>
    segmentTexts(data)
      .map((line) => JSON.parse(line))
      .filter(({ row }) => row)
      .map(({ row }) => ({ scope, ...row })),
  );
};
const moneyOf = async (id: string) => (await rowsOf('money')).find((row) => row.id === id);

describe('publish', () => {
  it('says what is missing before anything is imported', async () => {
    await expect(publish(store, { now: TODAY })).rejects.toThrow('Import some first');
    await take({ company: SMALL_COMPANY.company as string });
    await expect(publish(store, { now: TODAY })).rejects.toThrow('no figures yet');
  });

  it('judges the last closed month', async () => {
    expect((await take(SMALL_COMPANY)).problems).toEqual([]);
    const published = await publish(store, { now: TODAY });
    expect(published).toMatchObject({ asOf: '2026-02-28', accounts: 6, scopes: 3, unchanged: false });
  });

  it('writes rows that keep to the contract, each in its own territory', async () => {
    const words = await rowsOf('words');
    expect(words.map(({ id, scope }) => `${scope} ${id}`).sort()).toEqual([
      'Nord a1',
      'Nord a2',
      'Süd a4',
      'Süd a5',
      'Süd a6',
      'West a3',
    ]);
    for (const { scope: _, ...row } of words) expect(WordsRow.strict().parse(row)).toEqual(row);
    for (const { scope: _, ...row } of await rowsOf('money'))
      expect(MoneyRow.strict().parse(row)).toEqual(row);
    const adler = words.find(({ id }) => id === 'a1');
    expect(adler).toMatchObject({
      name: 'Adler GmbH',
      keys: ['samplecrm:-:account:a1', 'samplecrm:-:contact:c1'],
      owner: { name: 'Rita Rep', phone: '+49 1', email: 'rita@example.com', pool: 'field' },
      deputy: { name: 'Ingo Innen', pool: 'inside' },
      assignedLevel: 'EXKLUSIV',
    });
    expect(words.find(({ id }) => id === 'a2')).toMatchObject({ parentName: 'Adler GmbH' });
    expect(words.find(({ id }) => id === 'a5')).toMatchObject({
      name: '<img onerror=alert(1)>',
      keys: ['tierlens:-:account:a5'],
    });
  });

  it('adds up money and care as booked: each line rounded once, own fault and later months left out', async () => {
    expect(await moneyOf('a1')).toMatchObject({
      gross: 12_000_000,
      cogs: 7_800_000,
      direct: 360_000,
      db2: 3_840_000,
      cts: 27_000,
      db3: 3_813_000,
    });
    // Ten visits of 180 minutes at 90.00 and one call of 13 measured minutes at 45.00.
    expect(await moneyOf('a4')).toMatchObject({
      net: 500_000,
      cts: 10 * 27_000 + 975,
      position: 'SUBSIDISED',
    });
    expect(await moneyOf('a3')).toMatchObject({ net: 795_400, cts: 0 });
    expect((await moneyOf('a4')).advisor).toMatchObject({
      visits: 10,
      calls: 1,
      revenueVariable: 0,
      costs: { visit: 27_000, video: 3_375, call: 1_500 },
      packages: [{ level: 'SELF' }, { level: 'BASIS' }, { level: 'KOMFORT' }, { level: 'EXKLUSIV' }],
    });
    expect((await moneyOf('a1')).advisor, 'calls of March are beyond the window').toMatchObject({
      visits: 1,
      calls: 0,
    });
    expect(await moneyOf('a2')).toMatchObject({ net: 1_846_800, db2: 1_446_800, potential: 600_000 });
  });

  it('counts the care of the year up to the newest activity, beyond the closed month', async () => {
    const adler = (await rowsOf('words')).find(({ id }) => id === 'a1');
    expect(adler.careYear).toBe(2026);
    expect(adler.care.find(({ pool }: { pool: string }) => pool === 'inside').deliveredMinutes).toBe(40);
  });

  it('stores what the result was made from', async () => {
    const evaluation = await store.write(({ db }) =>
      db.selectFrom('evaluations').selectAll().executeTakeFirstOrThrow(),
    );
    for (const hash of [evaluation.input_hash, evaluation.policy_hash, evaluation.result_hash]) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(evaluation).toMatchObject({ as_of: '2026-02', policy_version: '1.0.0' });
    const { rows } = await store.write(({ db }) =>
      sql<{
        total: number;
      }>`select sum((data->>'ledgerLine')::bigint)::bigint as total from money_rows`.execute(db),
    );
    expect(rows).toEqual([{ total: 0 }]);
  });

  it('changes nothing the second time, and only what must change after a change', async () => {
    const digests = async () =>
      new Set(
        (await store.write(({ db }) => db.selectFrom('parts').select('digest').execute())).map(
          ({ digest }) => digest,
        ),
      );
    const before = await digests();
    const later = new Date(TODAY.getTime() + 60_000);
    expect(await publish(store, { now: later })).toMatchObject({ unchanged: true, newParts: 0 });
    await take({
      accounts: 'account_id,name,territory,owner,since\na3,Clemens & Co,West,inside,2020-01-01\n',
    });
    const published = await publish(store, { now: later });
    expect(published.unchanged).toBe(false);
    expect(published.newParts).toBeLessThan(published.parts);
    const after = await digests();
    expect([...before].filter((digest) => after.has(digest)).length).toBe(before.size);
  });

  it('gives the same evaluation from the same figures in another store', { timeout: 60_000 }, async () => {
    const other = await openTestStore();
    const files = writeFiles(Object.fromEntries(Object.entries(SMALL_COMPANY).reverse()));
    await importFiles(other, files, { now: TODAY });
    const first = await publish(other, { now: TODAY });
    await other.close();
    await take(SMALL_COMPANY);
    expect((await publish(store, { now: new Date(TODAY.getTime() + 120_000) })).evaluationId).toBe(
      first.evaluationId,
    );
  });

  it('keeps the parts of the publication before, and no older ones', async () => {
    for (const [i, name] of ['One', 'Two', 'Three'].entries()) {
      await take({ accounts: `account_id,name,territory\na6,${name},Süd\n` });
      await publish(store, { now: new Date(TODAY.getTime() + (i + 3) * 60_000) });
    }
    const kept = await store.write(async ({ db }) => ({
      evaluations: (await db.selectFrom('evaluations').select('evaluation_id').execute()).length,
      orphans: (
        await sql`select 1 from parts where not exists (select 1 from part_refs r where r.digest = parts.digest)`.execute(
          db,
        )
      ).rows.length,
    }));
    expect(kept).toEqual({ evaluations: 2, orphans: 0 });
  });

  it('judges a past month on request, never one that is still open', async () => {
    expect((await publish(store, { now: TODAY, asOf: '2026-01' })).asOf).toBe('2026-01-31');
    await expect(publish(store, { now: TODAY, asOf: '2026-03' })).rejects.toThrow(
      '2026-03 is not closed yet. The last closed month is 2026-02.',
    );
  });

  it('refuses a policy in another currency, or one that does not know what was imported', async () => {
    const yaml = readFileSync(DEFAULT_POLICY_PATH, 'utf8');
    const policyFile = (text: string) => writeFiles({ 'policy.yaml': text })[0] as string;
    const foreign = policyFile(yaml.replace('currency: EUR', 'currency: USD'));
    await expect(publish(store, { now: TODAY, policyPath: foreign })).rejects.toThrow(
      /books are kept in EUR, the amounts of the policy in USD/,
    );
    const forgetful = policyFile(yaml.replace('credit_note, ', ''));
    await expect(publish(store, { now: TODAY, policyPath: forgetful })).rejects.toThrow(
      /does not know the kind of money "credit_note"/,
    );
  });
});
