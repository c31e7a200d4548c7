import type { CrmSettingsValues, CrmSites } from '../contract/crm-settings.ts';

interface CrmLayer {
  crms?: CrmSettingsValues | undefined;
  sites?: CrmSites | undefined;
}

/** What holds for CRMs: the policy's word on a CRM or host replaces the user's, other words of the user stay. */
export function effectiveCrms(
  managed: CrmLayer,
  own: CrmLayer,
): { crms: CrmSettingsValues; sites: CrmSites } {
  const prescribed = managed.crms?.generic ?? [];
  const hosts = new Set(prescribed.map(({ host }) => host));
  const generic = [...prescribed, ...(own.crms?.generic ?? []).filter(({ host }) => !hosts.has(host))];
  const crms = { ...own.crms, ...managed.crms };
  if (generic.length > 0) crms.generic = generic;
  return { crms, sites: { ...own.sites, ...managed.sites } };
}

/** The part of the settings that concerns one page: its own CRMs' and descriptions of its own host. */
export function settingsOfPage(
  settings: CrmSettingsValues,
  host: string,
  crms: readonly string[],
): CrmSettingsValues {
  const { generic = [], ...byCrm } = settings;
  const own = Object.entries(byCrm).filter(([crm]) => crms.includes(crm));
  const described = generic.filter((crm) => crm.host === host);
  return { ...Object.fromEntries(own), ...(described.length > 0 ? { generic: described } : {}) };
}
