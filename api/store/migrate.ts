import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { UserError } from '../user-error.ts';
import { migrations } from './migrations/index.ts';
import type { Store } from './store.ts';

/** Any number, the same in every process: two servers that start at once migrate one after the other. */
const LOCK = 4_810_001;

/**
 * Runs the migrations the database lacks, all in one transaction.
 * @throws UserError where the database is newer than this program
 */
export async function migrateToLatest(
  store: Store,
  list: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  await store.write(async ({ db }) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...list }) } });
    const { error } = await migrator.migrateToLatest();
    if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) {
      throw new UserError(
        'The data were written by a newer version of Tierlens. Update the program, or use another data directory.',
      );
    }
    if (error) throw error;
  });
}
