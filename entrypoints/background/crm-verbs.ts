import { recogniseCrm, SIGNS_OF_CRMS } from '../../lib/crm/fingerprint.ts';
import { crmNamed } from '../../lib/crm/list.ts';
import type { PageHandlers } from '../../lib/messaging/server.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { PICKER_SCRIPT } from '../../lib/permissions/page-parts.ts';
import { crmSettingsView } from './crm-rules.ts';
import { diagnose } from './diagnose.ts';
import { reconcile } from './installation.ts';
import type { Worker } from './worker.ts';

type CrmVerb =
  | 'crmSettings'
  | 'setCrmSettings'
  | 'setSite'
  | 'recogniseSite'
  | 'pickOnPage'
  | 'addGeneric'
  | 'diagnose';

/** What the settings page may ask about CRMs: their settings, own hosts, and what may be wrong. */
export function crmVerbs(worker: Worker): Pick<PageHandlers, CrmVerb> {
  return {
    async crmSettings() {
      await worker.ready;
      return crmSettingsView(worker);
    },
    async setCrmSettings({ crms }) {
      await worker.ready;
      await worker.change(() => ({ crms }));
      return crmSettingsView(worker);
    },
    async setSite({ host, crm }) {
      await worker.ready;
      await worker.change(({ sites }) => ({ sites: withSite(sites, host, crm) }));
      // A CRM whose records open in frames is registered in another way.
      await reconcile(worker);
      return crmSettingsView(worker);
    },
    async recogniseSite({ host }) {
      await worker.ready;
      const tabId = await tabOf(worker, host);
      if (tabId === null) return { found: 'no-tab' };
      const present = await signsOn(worker, tabId);
      const crm = recogniseCrm((sign) => present.has(sign));
      return crm === null ? { found: 'unknown' } : { found: 'crm', crm };
    },
    async pickOnPage({ host }) {
      await worker.ready;
      const tabId = await tabOf(worker, host);
      if (tabId === null) return false;
      worker.picked = null;
      const tab = await worker.browser.tabs.update(tabId, { active: true });
      if (tab?.windowId !== undefined) await worker.browser.windows.update(tab.windowId, { focused: true });
      await worker.browser.scripting.executeScript({ target: { tabId }, files: [PICKER_SCRIPT] });
      return true;
    },
    async addGeneric({ crm }) {
      await worker.ready;
      await worker.change(({ crms }) => {
        const others = (crms.generic ?? []).filter(({ host, url }) => host !== crm.host || url !== crm.url);
        return { crms: { ...crms, generic: [...others, crm] } };
      });
      worker.picked = null;
      return crmSettingsView(worker);
    },
    async diagnose() {
      await worker.ready;
      return diagnose(worker);
    },
  };
}

function withSite(sites: Record<string, string>, host: string, crm: string | null): Record<string, string> {
  const { [host.toLowerCase()]: _, ...others } = sites;
  return crm === null || crmNamed(crm) === null ? others : { ...others, [host.toLowerCase()]: crm };
}

/** A tab of this host that was used last; null where none is open or the host is not granted. */
async function tabOf(worker: Worker, host: string): Promise<number | null> {
  const url = `https://${host.replace(/:\d+$/, '')}/*`;
  if (!URL.canParse(url) || !isCovered(worker.granted, url)) return null;
  const tabs = await worker.browser.tabs.query({ url: [url] });
  const [last] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last?.id ?? null;
}

/** Which of the signs the page holds. The document is looked at, nothing is called and nothing is stored. */
async function signsOn(worker: Worker, tabId: number): Promise<Set<string>> {
  const [answer] = await worker.browser.scripting.executeScript({
    target: { tabId },
    args: [SIGNS_OF_CRMS],
    func: (signs: readonly string[]) => signs.filter((sign) => document.querySelector(sign) !== null),
  });
  return new Set(answer?.result ?? []);
}
