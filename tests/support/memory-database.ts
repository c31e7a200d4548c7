import type { Bundle } from '../../lib/cache/bundles.ts';
import type { CacheDatabase, Change } from '../../lib/cache/database.ts';
import type { Life } from './mortal.ts';

type Through = <T>(work: () => T) => Promise<T>;

/** What lies on the disk of one browser profile. */
export class Disk {
  readonly tables = {
    parts: new Map<string, unknown>(),
    state: new Map<string, unknown>(),
    told: new Map<string, unknown>(),
    outbox: new Map<string, unknown>(),
  };
  readonly storage = new Map<string, string>();
}

/** A change under way, as much of it as the cache uses. */
function changeOf(tables: Disk['tables']): Change {
  const change: Pick<Change, 'get' | 'keys' | 'put' | 'delete' | 'clear'> = {
    get: async (store: keyof Disk['tables'], key: string) => tables[store].get(key) as never,
    keys: async (store: keyof Disk['tables']) => sorted(tables[store]),
    put: async (store: keyof Disk['tables'], key: string, value: unknown) =>
      void tables[store].set(key, value),
    delete: async (store: keyof Disk['tables'], key: string) => void tables[store].delete(key),
    clear: async (store: keyof Disk['tables']) => tables[store].clear(),
  };
  return change as Change;
}

const sorted = (rows: ReadonlyMap<string, unknown>): string[] => [...rows.keys()].sort();

/**
 * One client's view of a disk in memory, thousands of times faster than IndexedDB. Every call is an await at which
 * the client's life may end; a transaction happens as a whole or not at all.
 */
export function memoryDatabase(disk: Disk, life: Life): CacheDatabase {
  const { tables } = disk;
  const through: Through = async (work) => life.through(work);
  const database = {
    get: (store: keyof Disk['tables'], key: string) => through(() => tables[store].get(key)),
    keys: (store: keyof Disk['tables']) => through(() => sorted(tables[store])),
    putParts: (bundles: Bundle[]) =>
      through(() => bundles.forEach(({ key, stored }) => void tables.parts.set(key, stored))),
    putState: (name: string, value: unknown) => through(() => void tables.state.set(name, value)),
    readState: (names: string[]) => through(() => names.map((name) => tables.state.get(name))),
    readAllState: () => through(() => new Map(tables.state)),
    open: () => through(() => undefined),
    close: () => {},
    delete: () => through(() => Object.values(tables).forEach((rows) => void rows.clear())),
    change: (_stores: string[], work: (change: Change) => Promise<unknown>) =>
      life.through(async () => {
        const before = Object.values(tables).map((rows) => new Map<string, unknown>(rows));
        try {
          return await work(changeOf(tables));
        } catch (error) {
          Object.values(tables).forEach((rows: Map<string, unknown>, index) => {
            rows.clear();
            for (const [key, value] of before[index] ?? []) rows.set(key, value);
          });
          throw error;
        }
      }),
  };
  return database as unknown as CacheDatabase;
}
