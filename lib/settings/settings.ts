import { z } from 'zod';
import { CrmSettingsValues, CrmSites, DockPlace } from '../contract/crm-settings.ts';
import { OverlaySettings } from '../contract/me.ts';
import type { StorageArea } from './storage-area.ts';

/** What the user has set; every field falls back on its own when unreadable. */
const UserSettings = z.object({
  apiUrl: z.string().nullable().catch(null),
  language: z.enum(['auto', 'de', 'en']).catch('auto'),
  own: OverlaySettings.catch({}),
  /** `updatedAt` of the team overlays that own toggles were last compared with. */
  teamSeen: z.string().nullable().catch(null),
  /** ISO time; survives restarts of worker and browser. */
  discreetUntil: z.string().nullable().catch(null),
  /** Boards, words and descriptions that tell which pages are accounts. */
  crms: CrmSettingsValues.catch({}),
  /** Which CRM runs on which own host. */
  sites: CrmSites.catch({}),
  /** Where the docked badge stands, by host. */
  docks: z.record(z.string(), DockPlace).catch({}),
  /** Hosts on whose pages nothing is drawn. */
  hiddenHosts: z.array(z.string()).catch([]),
});
export type UserSettings = z.infer<typeof UserSettings>;

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
