import type { StorageArea } from '../util/storage-area.ts';

/** What was once stored, remembered outside IndexedDB: tells "emptied behind our back" from "never synced". */
export interface Sentinel {
  read(): Promise<string | null>;
  /** Version of the visible manifest; null after a wipe. */
  write(version: string | null): Promise<void>;
}

const KEY = 'cache.sentinel';

export function createSentinel(area: StorageArea): Sentinel {
  return {
    async read() {
      const value = (await area.get(KEY))[KEY];
      return typeof value === 'string' ? value : null;
    },
    async write(version) {
      if (version === null) await area.remove(KEY);
      else await area.set({ [KEY]: version });
    },
  };
}
