import { TabKeys } from '../../lib/contract/tab-keys.ts';
import type { StorageArea } from '../../lib/util/storage-area.ts';

const KEY = 'tabs';

/** Which record each tab shows, kept for the browser session so that a new worker knows it. */
export class TabRecords {
  readonly #area: StorageArea;
  #records: Promise<Map<number, string[]>> | null = null;

  constructor(session: StorageArea) {
    this.#area = session;
  }

  async get(tabId: number): Promise<readonly string[]> {
    return (await this.#load()).get(tabId) ?? [];
  }

  /** @returns true where the tab showed another record before */
  async set(tabId: number, keys: readonly string[]): Promise<boolean> {
    const records = await this.#load();
    const before = records.get(tabId) ?? [];
    if (before.join('\n') === keys.join('\n')) return false;
    if (keys.length === 0) records.delete(tabId);
    else records.set(tabId, [...keys]);
    await this.#area.set({ [KEY]: Object.fromEntries(records) });
    return true;
  }

  #load(): Promise<Map<number, string[]>> {
    this.#records ??= this.#area.get(KEY).then((stored) => {
      const parsed = TabKeys.safeParse(stored[KEY]);
      return new Map(Object.entries(parsed.data ?? {}).map(([tab, keys]) => [Number(tab), keys]));
    });
    return this.#records;
  }
}
