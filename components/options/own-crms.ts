import type { GenericCrmSettings } from '../../lib/contract/crm-settings.ts';
import type { SitesStore } from '../state/sites-store.ts';

/** A CRM that may run on a company's own host. */
export interface CrmChoice {
  id: string;
  name: string;
  experimental: boolean;
}

/** What the parts of the settings about own hosts share. */
export interface OwnCrms {
  sites: SitesStore;
  choices: readonly CrmChoice[];
  /** Reads an address by a description; null where it does not fit. */
  idOf(address: string, crm: GenericCrmSettings): string | null;
}

/** Any other CRM, described by pointing at its pages. */
export const GENERIC = 'generic';

/** Host of a CRM that was added by its address, null for those known by name. */
export function ownHost(crmId: string): string | null {
  return /^https?:\/\/([^/]+)\/\*$/.exec(crmId)?.[1] ?? null;
}
