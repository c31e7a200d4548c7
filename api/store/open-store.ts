import { join, resolve } from 'node:path';
import { lockDirectory } from './directory-lock.ts';
import { migrateToLatest } from './migrate.ts';
import { openPglite } from './pglite-backend.ts';
import { openPostgres } from './postgres-backend.ts';
import { createStore, type Store } from './store.ts';

/** An embedded store in a directory (`dataDir` null: in memory, for tests) or one on a server. */
export type StoreLocation = { dataDir: string | null } | { databaseUrl: string };

/**
 * Opens the store and brings its schema up to date.
 * @throws UserError where the directory is in use or not writable, or the database cannot be reached
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const store =
    'databaseUrl' in location ? await openServer(location.databaseUrl) : await openEmbedded(location.dataDir);
  try {
    await migrateToLatest(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

const NO_LOCK = { announcePort: async () => undefined, release: async () => undefined };

async function openServer(databaseUrl: string): Promise<Store> {
  return createStore(await openPostgres(databaseUrl), NO_LOCK);
}

async function openEmbedded(dataDir: string | null): Promise<Store> {
  if (dataDir === null) return createStore(await openPglite(null), NO_LOCK);
  const directory = resolve(dataDir);
  const lock = await lockDirectory(directory);
  try {
    return createStore(await openPglite(join(directory, 'pg')), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
