import { type ContentHandlers, RefusedError } from '../../lib/messaging/server.ts';
import { keysOfPage } from '../../lib/permissions/crm-access.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { isSameName } from '../../lib/util/same-name.ts';
import { tellRecordChanged } from './broadcast.ts';
import { pollIfOlder } from './jobs.ts';
import { openPanel } from './panel.ts';
import { accountView, glyphViews, overlayState } from './view.ts';
import type { Worker } from './worker.ts';

/** What content scripts may ask, for records of their own page's CRM only. */
export function contentVerbs(worker: Worker): ContentHandlers {
  /** Every verb but `openPanel`, which has to act in the same turn, waits for the worker and the page's grant. */
  const admit = async (sender: { url: string; tabId: number }, ids: number): Promise<void> => {
    await worker.ready;
    if (!isCovered(worker.granted, sender.url)) {
      throw new RefusedError('unknown-sender', 'This page is not a CRM that was added.');
    }
    if (!worker.buckets.take(sender.tabId, ids, worker.now())) {
      throw new RefusedError('rate-limited', 'Too many records were asked for; ask again in some seconds.');
    }
  };
  return {
    async hello(_, sender) {
      await admit(sender, 1);
      await showRecord(worker, sender.tabId, sender.windowId, []);
      pollIfOlder(worker);
      return overlayState(worker);
    },
    async lookup({ keys, page }, sender) {
      await admit(sender, keys.length);
      if (page !== undefined) {
        const pageKeys = keysOfPage(page?.keys ?? [], sender.url);
        await showRecord(worker, sender.tabId, sender.windowId, pageKeys);
      }
      const overlay = overlayState(worker);
      const allowed = overlay.active ? keysOfPage(keys, sender.url) : [];
      const found = await glyphViews(worker, allowed);
      return { overlay, glyphs: Object.fromEntries(keys.map((key) => [key, found[key] ?? null])) };
    },
    async confirm({ key, heading }, sender) {
      await admit(sender, 1);
      if (keysOfPage([key], sender.url).length === 0) return 'unknown';
      const account = await accountView(worker, key);
      if (account === null) return 'unknown';
      return isSameName(heading, account.words.name) ? 'same' : 'different';
    },
    openPanel: (_, sender) => openPanel(worker.browser, sender.windowId),
    async cardTicket({ key }, sender) {
      await admit(sender, 1);
      const known = keysOfPage([key], sender.url).length > 0 && overlayState(worker).active;
      return known ? worker.tickets.issue(sender.tabId, key, worker.now()) : null;
    },
  };
}

async function showRecord(
  worker: Worker,
  tabId: number,
  windowId: number | null,
  keys: readonly string[],
): Promise<void> {
  const changed = await worker.tabs.set(tabId, keys);
  if (changed && windowId !== null) tellRecordChanged(worker, windowId);
}
