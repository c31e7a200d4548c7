import Dexie, { type DexieOptions, type Table } from 'dexie';
import { Credentials } from '../contract/credentials.ts';
import { reopening } from '../util/reopening.ts';
import type { StorageArea } from './storage-area.ts';

const KEY = 'credentials';

class CredentialsDatabase extends Dexie {
  declare entries: Table<unknown, string>;

  constructor(options?: DexieOptions) {
    super('tierlens-credentials', options);
    this.version(1).stores({ entries: '' });
  }
}

export interface CredentialStore {
  get(): Promise<Credentials | null>;
  /** @param remember also beyond the browser session */
  set(credentials: Credentials, remember: boolean): Promise<void>;
  /** Adds the cache key to the credentials in force, wherever they are kept. */
  keepCacheKey(cacheKey: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * Session storage is memory only and closed to content scripts. What is remembered lies in the extension's
 * own IndexedDB: content scripts cannot reach it, but whoever reads the disk can. It is obfuscation, no vault.
 */
export function createCredentialStore(session: StorageArea, options?: DexieOptions): CredentialStore {
  const database = new CredentialsDatabase(options);
  const stored = () => reopening(database, () => database.entries.get(KEY));
  return {
    async get() {
      const inSession = Credentials.safeParse((await session.get(KEY))[KEY]);
      if (inSession.success) return inSession.data;
      const remembered = Credentials.safeParse(await stored().catch(() => undefined));
      if (!remembered.success) return null;
      await session.set({ [KEY]: remembered.data });
      return remembered.data;
    },
    async set(credentials, remember) {
      await session.set({ [KEY]: credentials });
      await reopening<unknown>(database, () =>
        remember ? database.entries.put(credentials, KEY) : database.entries.clear(),
      );
    },
    async keepCacheKey(cacheKey) {
      const inSession = Credentials.safeParse((await session.get(KEY))[KEY]);
      if (inSession.success) await session.set({ [KEY]: { ...inSession.data, cacheKey } });
      const remembered = Credentials.safeParse(await stored().catch(() => undefined));
      if (remembered.success) await database.entries.put({ ...remembered.data, cacheKey }, KEY);
    },
    async clear() {
      await session.remove(KEY);
      // Deleting the database leaves less behind than clearing its table.
      await database.delete();
      await database.open().catch(() => {});
    },
  };
}
