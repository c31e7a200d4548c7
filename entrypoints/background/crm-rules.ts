import type { ClientPolicy } from '../../lib/contract/client-policy.ts';
import type { CrmRules } from '../../lib/contract/content-messages.ts';
import type { CrmSettingsView } from '../../lib/contract/page-messages.ts';
import { crmNamed } from '../../lib/crm/list.ts';
import { crmsOf } from '../../lib/permissions/crm-access.ts';
import { adaptersOff, compareVersions } from '../../lib/settings/client-policy.ts';
import { effectiveCrms, settingsOfPage } from '../../lib/settings/crm-settings.ts';
import { readableUrl } from '../../lib/util/crm-url.ts';
import { rememberLast } from '../../lib/util/remember-last.ts';
import type { Worker } from './worker.ts';

const layersOf = rememberLast(effectiveCrms);

/** What holds for CRMs after all layers. */
export function crmLayers(worker: Worker) {
  return layersOf(worker.managed, worker.user);
}

/** The one CRM that is known to run on a page's host, or null. */
export function siteCrm(worker: Worker, pageUrl: string): string | null {
  const { sites } = crmLayers(worker);
  const { host, hostname } = siteUrl(pageUrl);
  return sites[host] ?? sites[hostname] ?? null;
}

/** The address without the suffix of the Defender proxy: settings name the CRM's own host. */
const siteUrl = rememberLast((pageUrl: string): URL => readableUrl(pageUrl) ?? new URL(pageUrl));

/** Hosts of the company's own on which records open in frames. */
export function framedHosts(worker: Worker): string[] {
  const { sites } = crmLayers(worker);
  return Object.keys(sites).filter((host) => crmNamed(sites[host] ?? '')?.frames);
}

/** True where frames of a page may ask as the page does. */
export function mayFrame(worker: Worker, pageUrl: string): boolean {
  return crmsOf(pageUrl, siteCrm(worker, pageUrl)).some(({ frames }) => frames);
}

const rulesOf = rememberLast(
  (
    { crms }: ReturnType<typeof crmLayers>,
    { adaptersOff: listed }: ClientPolicy,
    version: string,
    pageUrl: string,
    only: string | null,
  ): CrmRules => {
    const ids = crmsOf(pageUrl, only).map(({ id }) => id);
    return {
      settings: settingsOfPage(crms, siteUrl(pageUrl).host, ids),
      off: adaptersOff(listed, version).filter((id) => ids.includes(id)),
      only,
    };
  },
);

/** How a page is to be read; a page learns of its own host only. */
export function crmRules(worker: Worker, pageUrl: string): CrmRules {
  return rulesOf(crmLayers(worker), worker.clientPolicy, worker.version, pageUrl, siteCrm(worker, pageUrl));
}

/** True where the company asks for a newer version than this one. */
export function isTooOld(worker: Worker): boolean {
  const { minimumVersion } = worker.clientPolicy;
  return minimumVersion !== null && compareVersions(worker.version, minimumVersion) < 0;
}

export function crmSettingsView(worker: Worker): CrmSettingsView {
  const { crms, sites } = crmLayers(worker);
  const { managed } = worker;
  const locked = {
    sites: Object.keys(managed.sites ?? {}),
    monday: managed.crms?.monday !== undefined,
    generic: (managed.crms?.generic ?? []).map(({ host }) => host),
  };
  return { own: worker.user.crms, effective: crms, sites, locked, picked: worker.picked };
}
