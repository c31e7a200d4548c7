import { z } from 'zod';
import { CrmSettingsValues, CrmSites, DockPlace } from './crm-settings.ts';
import { OverlaySettings } from './me.ts';

/** What the user has set; every field falls back on its own when unreadable. */
export const UserSettings = z.object({
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
