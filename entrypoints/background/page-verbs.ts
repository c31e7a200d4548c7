import type { PageHandlers } from '../../lib/messaging/server.ts';
import { discreetEnd } from '../../lib/settings/discreet.ts';
import { activeRecord } from './active-record.ts';
import { connect } from './connect.ts';
import { crmVerbs } from './crm-verbs.ts';
import { noteVerbs } from './note-verbs.ts';
import { openPanelFor, takeIntent } from './panel-intent.ts';
import { searchAccounts } from './search.ts';
import { settingsVerbs } from './settings-verbs.ts';
import { teamVerbs } from './team-verbs.ts';
import { accountView, workerState } from './view.ts';
import type { Worker } from './worker.ts';

/** What pages of the extension may ask; the card frame is limited further by the message server. */
export function pageVerbs(worker: Worker): PageHandlers {
  const state = () => workerState(worker);
  return {
    async state() {
      await worker.ready;
      return state();
    },
    async syncNow() {
      await worker.ready;
      await worker.sync.tick(true);
      return state();
    },
    async connect({ apiUrl, token, remember }) {
      await worker.ready;
      const error = await connect(worker, { apiUrl, token, remember });
      return error === null ? { ok: true, state: state() } : { ok: false, error };
    },
    async signOut() {
      await worker.ready;
      // What waits to be sent goes with the sign-out: one last attempt.
      await worker.notes.flush(AbortSignal.timeout(5_000));
      await worker.sync.signOut();
      worker.me = null;
      worker.contact = null;
      worker.onChange();
      return state();
    },
    async account({ key }) {
      await worker.ready;
      return accountView(worker, key);
    },
    async activeRecord({ windowId }) {
      await worker.ready;
      return activeRecord(worker, windowId);
    },
    async search({ text, limit }) {
      await worker.ready;
      return searchAccounts(worker, text, limit);
    },
    async setOverlay({ toggle, on }) {
      await worker.ready;
      await worker.change(({ own }) => ({ own: { ...own, [toggle]: on } }));
      return state();
    },
    async setDiscreet({ minutes }) {
      await worker.ready;
      await worker.change(() => ({ discreetUntil: discreetEnd(minutes, worker.now()) }));
      return state();
    },
    async wipe() {
      await worker.ready;
      await worker.sync.wipe();
      return state();
    },
    async card({ ticket }, { tabId }) {
      await worker.ready;
      const key = tabId === null ? null : worker.tickets.redeem(ticket, tabId, worker.now());
      const account = key === null ? null : await accountView(worker, key);
      // The card stands in the page's window: no amounts, whatever the role.
      return account === null ? null : { ...account, money: null };
    },
    async closeCard(_, { tabId }) {
      await worker.ready;
      if (tabId !== null) {
        await worker.browser.tabs.sendMessage(tabId, { event: 'close-card' }).catch(() => {});
      }
      return true;
    },
    ...crmVerbs(worker),
    ...settingsVerbs(worker),
    ...noteVerbs(worker),
    ...teamVerbs(worker),
    openPanel: ({ windowId, intent }, sender) =>
      openPanelFor(worker, sender.windowId ?? windowId ?? null, intent ?? null),
    takeIntent: async ({ windowId }) => takeIntent(worker, windowId),
  };
}
