import { z } from 'zod';
import { CrmSettingsValues, CrmSites, DockPlace } from './crm-settings.ts';
import { OverlaySettings } from './me.ts';

/**
 * A user's settings as a file, for another browser or a colleague. Neither the sign-in nor the API's address is in
 * it: a file from a stranger must not choose where somebody's token goes.
 */
export const PortableSettings = z.object({
  /** Version of the format. */
  tierlens: z.literal(1),
  language: z.enum(['auto', 'de', 'en']),
  own: OverlaySettings,
  crms: CrmSettingsValues,
  sites: CrmSites,
  docks: z.record(z.string().max(300), DockPlace),
  hiddenHosts: z.array(z.string().max(300)).max(500),
});
export type PortableSettings = z.infer<typeof PortableSettings>;
