import type { PageHandlers } from '../../lib/messaging/server.ts';
import { exportSettings, readPortable } from '../../lib/settings/portable.ts';
import { reconcile } from './installation.ts';
import { workerState } from './view.ts';
import type { Worker } from './worker.ts';

type SettingsVerb = 'setLanguage' | 'setHostVisible' | 'exportSettings' | 'importSettings';

/** What pages may change of the user's own settings that is neither an overlay nor a CRM. */
export function settingsVerbs(worker: Worker): Pick<PageHandlers, SettingsVerb> {
  return {
    async setLanguage({ language }) {
      await worker.ready;
      await worker.change(() => ({ language }));
      return workerState(worker);
    },
    async setHostVisible({ host, visible }) {
      await worker.ready;
      await worker.change(({ hiddenHosts }) => {
        const others = hiddenHosts.filter((hidden) => hidden !== host);
        return { hiddenHosts: visible ? others : [...others, host] };
      });
      return workerState(worker);
    },
    async exportSettings() {
      await worker.ready;
      return exportSettings(worker.user);
    },
    async importSettings({ text }) {
      await worker.ready;
      const settings = readPortable(text);
      if (settings === null) return { ok: false };
      await worker.change(() => settings);
      // A CRM whose records open in frames is registered in another way.
      void reconcile(worker).catch(() => {});
      return { ok: true, state: workerState(worker) };
    },
  };
}
