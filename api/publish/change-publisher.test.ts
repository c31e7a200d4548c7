import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../import/import-files.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { createChangePublisher } from './change-publisher.ts';
import { publish } from './publish.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
  await publish(store, { now: TODAY });
});
afterAll(() => store.close());

const rename = (name: string) =>
  store.write(({ db }) => db.updateTable('accounts').set({ name }).where('account_id', '=', 'a1').execute());
const shown = () =>
  store.write(
    async ({ db }) =>
      (
        await db
          .selectFrom('words_rows')
          .select('data')
          .where('account_id', '=', 'a1')
          .executeTakeFirstOrThrow()
      ).data.name,
  );

describe('the publisher of changes', () => {
  it('publishes together what is noted within a moment', async () => {
    const publisher = createChangePublisher({
      store,
      now: () => TODAY,
      delayMs: 20,
      onFailure: (error) => {
        throw error;
      },
    });
    await rename('One');
    publisher.note();
    await rename('Two');
    publisher.note();
    await publisher.settled();
    expect(await shown()).toBe('Two');
    const { revision } = await store.write(({ db }) =>
      db
        .selectFrom('published_scopes')
        .select('revision')
        .where('scope', '=', 'Nord')
        .executeTakeFirstOrThrow(),
    );
    expect(revision).toBe(1);
    await publisher.settled();
  });

  it('keeps what it could not publish for the next time', async () => {
    const failures: unknown[] = [];
    let broken = true;
    const unsteady: Store = {
      ...store,
      write: (work) => (broken ? Promise.reject(new Error('down')) : store.write(work)),
    };
    const publisher = createChangePublisher({
      store: unsteady,
      now: () => TODAY,
      delayMs: 1,
      onFailure: (error) => failures.push(error),
    });
    await rename('Three');
    publisher.note();
    await publisher.settled();
    expect(failures).toHaveLength(1);
    expect(await shown()).toBe('Two');
    broken = false;
    publisher.note();
    await publisher.settled();
    expect(await shown()).toBe('Three');
  });
});
