import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { changesContract } from '../publish/test-changes-contract.ts';
import { openStore } from './open-store.ts';
import { startCluster } from './test-cluster.ts';
import { storeContract } from './test-contract.ts';

const cluster = await startCluster();
if (!cluster)
  console.warn('PostgreSQL is not installed: its store tests are skipped (apt-get install postgresql).');

describe.skipIf(!cluster)('store on a PostgreSQL server', () => {
  afterAll(() => cluster?.stop());

  describe('contract', () => {
    storeContract(async () => openStore({ databaseUrl: (await cluster?.database('contract')) ?? '' }));
  });

  describe('changes', () => {
    changesContract(async () => openStore({ databaseUrl: (await cluster?.database('changes')) ?? '' }));
  });

  it('gives a login of its own no way around row-level security', async () => {
    const store = await openStore({ databaseUrl: (await cluster?.database('login')) ?? '' });
    await store.write(async ({ db }) => {
      await db.insertInto('territories').values({ territory: 'Nord' }).execute();
    });
    await runAs('admin', 'login', 'create role web login noinherit in role tierlens_web');
    await runAs('admin', 'login', 'alter role web set role tierlens_web');
    expect(await runAs('web', 'login', 'select * from territories')).toEqual([]);
    const attempts = [
      'set role admin',
      'set session authorization admin',
      'alter table territories disable row level security',
      'alter policy territories_read on territories using (true)',
      'select * from accounts',
      'update people set role = $$operations$$',
      'create table mine (x int)',
    ];
    for (const attempt of attempts) {
      await expect(runAs('web', 'login', attempt), attempt).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
    await store.close();
  });

  it('says in a sentence that a server cannot be reached', async () => {
    await expect(openStore({ databaseUrl: 'postgres://nobody:secret@127.0.0.1:1/none' })).rejects.toThrow(
      /^The database 127\.0\.0\.1:1\/none cannot be reached .*DATABASE_URL/,
    );
  });

  async function runAs(user: string, database: string, text: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: cluster?.urlOf(database, user) });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
});
