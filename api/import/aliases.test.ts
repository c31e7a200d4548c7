import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../publish/publish.ts';
import { publishChanges } from '../publish/publish-changes.ts';
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

let seconds = 0;
const clock = () => new Date(TODAY.getTime() + 1_000 * ++seconds);
const take = (files: Record<string, string>) => importFiles(store, writeFiles(files), { now: TODAY });
const merge = (...rows: string[]) => take({ aliases: `account_id,merged_into\n${rows.join('\n')}\n` });
/** DB II and cost-to-serve of all published accounts. */
async function figures(): Promise<Record<string, [number, number]>> {
  const rows = await store.write(({ db }) => db.selectFrom('money_rows').selectAll().execute());
  return Object.fromEntries(rows.map(({ account_id, data }) => [account_id, [data.db2, data.cts]]));
}
const keysOf = async (id: string) => {
  const rows = await store.write(({ db }) =>
    db.selectFrom('record_keys').select('record_key').where('account_id', '=', id).execute(),
  );
  return rows.length;
};

describe('merged accounts (domain §15)', () => {
  it('are refused with place and cure where nobody survives', async () => {
    expect((await merge('a4,a9')).problems).toMatchObject([
      { line: 2, column: 'merged_into', reason: 'There is no account a9 that could survive.' },
    ]);
    expect((await merge('a4,a4')).problems).toMatchObject([{ line: 2, column: 'merged_into' }]);
    const circle = await merge('a4,a5', 'a5,a6', 'a6,a4', 'a3,a1');
    expect(circle.applied).toBe(false);
    expect(circle.problems.map(({ line, reason }) => [line, reason])).toEqual(
      [2, 3, 4].map((line) => [line, 'The merges run in a circle: no account survives.']),
    );
  });

  it('are refused where the surviving account would be its own ancestor', async () => {
    const accounts = SMALL_COMPANY.accounts!.replace(
      'a4,"Dorn, ""Kontor""",Süd,south,,,',
      'a4,Dorn,Süd,south,,a2,',
    );
    await take({ accounts });
    // a1 ← a2 ← a4: merging the top into the bottom leaves a2 above and below.
    expect((await merge('a1,a4')).problems).toMatchObject([
      { line: 2, column: 'merged_into', reason: expect.stringContaining('its own ancestor') },
    ]);
    await take({ accounts: SMALL_COMPANY.accounts! });
  });

  it('leave figures, care and record keys to the account that survives, and the sums as they were', async () => {
    await publish(store, { now: clock() });
    const before = await figures();
    expect(await merge('a4,a1')).toMatchObject({ applied: true, inserted: 1 });
    // What is published follows at once: the merged account is gone, its figures wait for the next evaluation.
    await publishChanges(store, { now: clock() });
    expect(Object.keys(await figures())).not.toContain('a4');
    await publish(store, { now: clock() });
    const after = await figures();
    expect(after.a1).toEqual([0, 1].map((i) => before.a1![i]! + before.a4![i]!));
    expect(Object.keys(after)).toEqual(Object.keys(before).filter((id) => id !== 'a4'));
    expect([await keysOf('a1'), await keysOf('a4')]).toEqual([4, 0]);
  });

  it('still named by files mean the account that survives; the same files change nothing', async () => {
    expect(await take({ ...SMALL_COMPANY, aliases: 'account_id,merged_into\na4,a1\n' })).toMatchObject({
      problems: [],
      inserted: 0,
      changed: 0,
    });
  });

  it('follow a chain of merges, with the parents of others', async () => {
    const before = await figures();
    await merge('a1,a3');
    await publish(store, { now: clock() });
    const after = await figures();
    expect(after.a3).toEqual([0, 1].map((i) => before.a3![i]! + before.a1![i]!));
    const { parent } = await store.write(({ db }) =>
      db.selectFrom('accounts').select('parent').where('account_id', '=', 'a2').executeTakeFirstOrThrow(),
    );
    expect(parent).toBe('a3');
  });

  it('come back when the merge is undone and their lines are imported again', async () => {
    await merge('a1,', 'a4,');
    expect((await take(SMALL_COMPANY)).problems).toEqual([]);
    await publish(store, { now: clock() });
    const fresh = await openTestStore();
    try {
      await importFiles(fresh, writeFiles(SMALL_COMPANY), { now: TODAY });
      await publish(fresh, { now: TODAY });
      const rows = await fresh.write(({ db }) => db.selectFrom('money_rows').selectAll().execute());
      expect(await figures()).toEqual(
        Object.fromEntries(rows.map(({ account_id, data }) => [account_id, [data.db2, data.cts]])),
      );
    } finally {
      await fresh.close();
    }
  });

  it('make the surviving account a customer since the earliest of them', async () => {
    const stateOf = async () => {
      await publish(store, { now: clock() });
      const rows = await store.write(({ db }) => db.selectFrom('words_rows').selectAll().execute());
      return rows.find(({ account_id }) => account_id === 'a6')?.data.state;
    };
    expect(await stateOf()).toBe('open');
    await merge('a4,a6');
    expect(await stateOf()).not.toBe('open');
  });
});
