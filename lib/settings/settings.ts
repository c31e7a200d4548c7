import { UserSettings } from '../contract/user-settings.ts';
import type { StorageArea } from '../util/storage-area.ts';

const KEY = 'settings';

export interface Settings {
  get(): Promise<UserSettings>;
  /** Changes are applied one after the other, so that none is lost. */
  update(change: (settings: UserSettings) => Partial<UserSettings>): Promise<UserSettings>;
}

export function createSettings(area: StorageArea): Settings {
  let last: Promise<unknown> = Promise.resolve();
  const get = async (): Promise<UserSettings> => {
    const stored = (await area.get(KEY))[KEY];
    const readable = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
    return UserSettings.parse(readable ? stored : {});
  };
  return {
    get,
    update(change) {
      const next = last.then(async () => {
        const settings = await get();
        const changed = { ...settings, ...change(settings) };
        await area.set({ [KEY]: changed });
        return changed;
      });
      last = next.catch(() => {});
      return next;
    },
  };
}
