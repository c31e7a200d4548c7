import { join, resolve } from 'node:path';
import { lockDirectory } from './directory-lock.ts';
import { migrateToLatest } from './migrate.ts';
import { openPglite } from './pglite-backend.ts';
import { openPostgres } from './postgres-backend.ts';
import { createStore, type Store } from './store.ts';

/**
 * An embedded store in a directory, one on a server, or, for tests, an embedded one in memory, new or as the copy
 * of another (its files as a tar archive).
 */
export type StoreLocation = { dataDir: string } | { databaseUrl: string } | { dataDir: null; copyOf?: Blob };

/**
 * Opens the store and brings its schema up to date.
 * @throws UserError where the directory is in use or not writable, or the database cannot be reached
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const store =
    'databaseUrl' in location ? await openServer(location.databaseUrl) : await openEmbedded(location);
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

async function openEmbedded(location: Exclude<StoreLocation, { databaseUrl: string }>): Promise<Store> {
  if (location.dataDir === null) return createStore(await openPglite(null, location.copyOf), NO_LOCK);
  const directory = resolve(location.dataDir);
  const lock = await lockDirectory(directory);
  try {
    return createStore(await openPglite(join(directory, 'pg')), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
