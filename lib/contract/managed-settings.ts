import { z } from 'zod';
import { CrmSettingsValues, CrmSites } from './crm-settings.ts';
import { TOGGLES } from './me.ts';

/** What an administrator may set by policy; every key stands alone, so that one bad value spoils no other. */
export const MANAGED_SHAPE = {
  apiUrl: z.string().max(2_000).describe('Address of the company API; users cannot change it.'),
  maxCacheAgeHours: z
    .int()
    .min(1)
    .max(168)
    .describe('Hours without contact to the API after which nothing is shown any more (default 96).'),
  rememberSignIn: z.boolean().describe('Whether users may keep an access token beyond the browser session.'),
  overlays: z
    .object(Object.fromEntries(TOGGLES.map((toggle) => [toggle, z.boolean().optional()])))
    .describe('Overlays switched on or off for everybody.'),
  crms: CrmSettingsValues.describe(
    'Boards, words and descriptions that tell which pages of a CRM are accounts.',
  ),
  sites: CrmSites.describe('Which CRM runs on which host of the company, adapter id by host.'),
} as const;
