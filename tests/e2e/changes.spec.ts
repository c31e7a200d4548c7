import { sql } from 'kysely';
import { expect, test } from './harness.ts';
import type { Extension } from './support/extension.ts';

/** What a test has changed in the company, changed back: other tests look at the same company. */
const undo: (() => Promise<unknown>)[] = [];
test.afterEach(async () => {
  for (const back of undo.splice(0).reverse()) await back();
});

const searchFor = (extension: Extension, text: string) => extension.ask({ verb: 'search', text, limit: 50 });

test.describe('what changes between evaluations @sync', () => {
  test('a new name is found after the next sync, and almost nothing is fetched for it', async ({
    extension,
    sample,
  }) => {
    await extension.connectAs('lead');
    const { accounts } = (await extension.ask({ verb: 'state' })).sync;
    const [first] = await searchFor(extension, 'e');
    if (first === undefined) throw new Error('nothing is found');
    const rename = (name: string) =>
      sample.change((db) =>
        db.updateTable('accounts').set({ name }).where('account_id', '=', first.id).execute(),
      );
    undo.push(() => rename(first.name));
    const changed = await rename('Zylinder und Söhne');
    expect(changed).toEqual({ accounts: expect.any(Number), scopes: 1, rebased: 0 });
    await extension.ask({ verb: 'syncNow' });
    await extension.waitForSync();
    expect((await searchFor(extension, 'zylinder')).map(({ id }) => id)).toEqual([first.id]);
    expect((await searchFor(extension, first.name)).map(({ id }) => id)).not.toContain(first.id);
    expect((await extension.ask({ verb: 'state' })).sync.accounts).toBe(accounts);
  });

  test('an account, a territory and a layer that are lost are gone with the next sync', async ({
    extension,
    sample,
  }) => {
    await extension.connectAs('lead');
    const { sync, me } = await extension.ask({ verb: 'state' });
    const [account, other] = await searchFor(extension, 'e');
    if (account === undefined || other === undefined || me === null) throw new Error('nothing is found');
    expect(await extension.dumpCache()).toContain(`"id":"${account.id}"`);
    expect(await extension.dumpCache()).toContain('"db3"');

    // An account moves to a territory that is not the lead's.
    const before = await sample.read(async (db) => ({
      territory: (
        await db
          .selectFrom('accounts')
          .select('territory')
          .where('account_id', '=', account.id)
          .executeTakeFirstOrThrow()
      ).territory,
      person: await db
        .selectFrom('people')
        .select(['role', 'territories'])
        .where('person_id', '=', me.user)
        .executeTakeFirstOrThrow(),
    }));
    undo.push(() =>
      sample.change(async (db) => {
        await db
          .updateTable('accounts')
          .set({ territory: before.territory })
          .where('account_id', '=', account.id)
          .execute();
        await sql`update people set role = ${before.person.role}, territories = ${before.person.territories}::text[]
          where person_id = ${me.user}`.execute(db);
      }),
    );
    await sample.change((db) =>
      db
        .updateTable('accounts')
        .set({ territory: 'Elsewhere' })
        .where('account_id', '=', account.id)
        .execute(),
    );
    await extension.ask({ verb: 'syncNow' });
    await extension.waitForSync();
    expect((await searchFor(extension, account.name)).map(({ id }) => id)).not.toContain(account.id);
    expect((await extension.ask({ verb: 'state' })).sync.accounts).toBe(sync.accounts - 1);
    expect(await extension.dumpCache()).not.toContain(`"id":"${account.id}"`);

    // The lead becomes a rep: no amounts any more.
    await sample.change((db) =>
      db.updateTable('people').set({ role: 'rep' }).where('person_id', '=', me.user).execute(),
    );
    await extension.ask({ verb: 'syncNow' });
    await extension.waitForSync();
    expect(await extension.dumpCache()).not.toContain('"db3"');
    expect(await extension.dumpCache()).toContain(other.name);

    // And loses all territories but one.
    const kept = me.scopes[0] ?? '';
    await sample.change((db) =>
      sql`update people set territories = ${[kept]}::text[] where person_id = ${me.user}`.execute(db),
    );
    await extension.ask({ verb: 'syncNow' });
    await extension.waitForSync();
    const left = (await extension.ask({ verb: 'state' })).sync.accounts;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(sync.accounts - 1);
    const gone = (await searchFor(extension, 'e')).filter(({ id }) => id === account.id);
    expect(gone).toEqual([]);
  });
});
