import { Credentials } from '../contract/credentials.ts';
import { Connection } from '../util/connection.ts';
import { answerOf, deleteDatabase, openDatabase, transact } from '../util/indexed-db.ts';
import { reopening } from '../util/reopening.ts';
import type { StorageArea } from '../util/storage-area.ts';

const KEY = 'credentials';

const DATABASE = 'tierlens-credentials';
const STORE = 'entries';
const VERSION = 10;

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
export function createCredentialStore(session: StorageArea): CredentialStore {
  const database = new Connection(open);
  const stored = () =>
    reopening(database, async () => {
      const opened = await database.open();
      return answerOf<unknown>(opened.transaction(STORE).objectStore(STORE).get(KEY));
    });
  const store = (credentials: Credentials | null) =>
    reopening<unknown>(database, async () => {
      const opened = await database.open();
      return transact(opened, [STORE], 'relaxed', async (transaction) => {
        const entries = transaction.objectStore(STORE);
        await (credentials === null ? answerOf(entries.clear()) : answerOf(entries.put(credentials, KEY)));
      });
    });
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
      await store(remember ? credentials : null);
    },
    async keepCacheKey(cacheKey) {
      const inSession = Credentials.safeParse((await session.get(KEY))[KEY]);
      if (inSession.success) await session.set({ [KEY]: { ...inSession.data, cacheKey } });
      const remembered = Credentials.safeParse(await stored().catch(() => undefined));
      if (remembered.success) await store({ ...remembered.data, cacheKey });
    },
    async clear() {
      await session.remove(KEY);
      // Deleting the database leaves less behind than clearing its table.
      database.close();
      await deleteDatabase(DATABASE);
    },
  };
}

function open(onClosed: () => void): Promise<IDBDatabase> {
  const upgrade = (database: IDBDatabase) => void database.createObjectStore(STORE);
  return openDatabase({ name: DATABASE, version: VERSION, upgrade, onClosed });
}
