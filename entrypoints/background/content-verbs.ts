import { crmNamed } from '../../lib/crm/list.ts';
import { type ContentHandlers, type ContentSender, RefusedError } from '../../lib/messaging/server.ts';
import { keysOfPage } from '../../lib/permissions/crm-access.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { CARD_SCRIPT, DOCKING_SCRIPT } from '../../lib/permissions/page-parts.ts';
import { andThen } from '../../lib/util/and-then.ts';
import { parseRecordKey } from '../../lib/util/record-key.ts';
import { rememberLast } from '../../lib/util/remember-last.ts';
import { isSameName } from '../../lib/util/same-name.ts';
import { tellRecordChanged } from './broadcast.ts';
import { mayFrame, siteCrm } from './crm-rules.ts';
import { pollIfOlder } from './jobs.ts';
import { openPanel } from './panel.ts';
import { accountWords, glyphViews, overlayState, pageOverlay } from './view.ts';
import type { Worker } from './worker.ts';

const isGranted = rememberLast(isCovered);

/** What content scripts may ask, for records of their own page's CRM only. */
export function contentVerbs(worker: Worker): ContentHandlers {
  /** Every verb but `openPanel`, which has to act in the same turn, waits for the worker and the page's grant. */
  const admit = (sender: ContentSender, ids: number): void | Promise<void> =>
    worker.isAwake ? check(sender, ids) : worker.awake.then(() => check(sender, ids));
  const check = (sender: ContentSender, ids: number): void => {
    const inPlace = sender.frameId === 0 || mayFrame(worker, sender.url);
    if (!inPlace || !isGranted(worker.granted, sender.url)) {
      throw new RefusedError('unknown-sender', 'This page is not a CRM that was added.');
    }
    if (!worker.buckets.take(sender.tabId, ids, worker.now())) {
      throw new RefusedError('rate-limited', 'Too many records were asked for; ask again in some seconds.');
    }
  };
  const allowed = (keys: readonly string[], url: string) => keysOfPage(keys, url, siteCrm(worker, url));
  return {
    async hello(_, sender) {
      await admit(sender, 1);
      if (sender.frameId === 0) showRecord(worker, sender, []);
      pollIfOlder(worker);
      return pageOverlay(worker, sender.url);
    },
    lookup: ({ keys, page }, sender) =>
      andThen(admit(sender, keys.length), () => {
        if (page !== undefined) showRecord(worker, sender, allowed(page?.keys ?? [], sender.url));
        const overlay = pageOverlay(worker, sender.url);
        const mine = overlay.active ? allowed(keys, sender.url) : [];
        return andThen(glyphViews(worker, mine), ({ views, glyphs }) => ({
          overlay,
          views,
          glyphs: mine.length === keys.length ? glyphs : spread(keys, mine, glyphs),
        }));
      }),
    async confirm({ key, heading }, sender) {
      await admit(sender, 1);
      if (allowed([key], sender.url).length === 0) return 'unknown';
      const words = await accountWords(worker, key);
      if (words === null) return 'unknown';
      return isSameName(heading, words.name) ? 'same' : 'different';
    },
    openPanel: (_, sender) => openPanel(worker.browser, sender.windowId),
    async loadCard(_, sender) {
      await admit(sender, 1);
      await putIn(worker, sender, CARD_SCRIPT);
      return null;
    },
    async cardTicket({ key }, sender) {
      await admit(sender, 1);
      const known = allowed([key], sender.url).length > 0 && overlayState(worker).active;
      return known ? worker.tickets.issue(sender.tabId, key, worker.now()) : null;
    },
    async health({ crm, outcome }, sender) {
      await admit(sender, 1);
      if (crmNamed(crm) !== null) await worker.health.count(sender.tabId, crm, outcome);
      if (outcome !== 'anchored') await putIn(worker, sender, DOCKING_SCRIPT);
      return null;
    },
    async dock(_, sender) {
      await admit(sender, 1);
      return worker.user.docks[new URL(sender.url).host] ?? null;
    },
    async setDock({ place }, sender) {
      await admit(sender, 1);
      const { host } = new URL(sender.url);
      await worker.change(({ docks }) => ({ docks: { ...docks, [host]: place } }));
      return null;
    },
    async picked({ url, title }, sender) {
      await admit(sender, 1);
      // Only the address the browser vouches for counts.
      if (!URL.canParse(url) || new URL(url).origin !== new URL(sender.url).origin) return null;
      worker.picked = { url, title };
      worker.onChange();
      return null;
    },
  };
}

/** By all keys what was found for some of them, in the same order; null for the others. */
function spread<T>(keys: readonly string[], some: readonly string[], found: readonly T[]): (T | null)[] {
  let next = 0;
  return keys.map((key) => (key === some[next] ? (found[next++] ?? null) : null));
}

/** Runs one of the extension's own files in the frame that asked. */
async function putIn(worker: Worker, { tabId, frameId }: ContentSender, file: string): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await worker.browser.scripting.executeScript({ target, files: [file] });
}

/** Beside the answer: the page that asks does not wait for what panel and popup want to know. */
function showRecord(worker: Worker, sender: ContentSender, keys: readonly string[]): void {
  keepRecord(worker, sender, keys).catch(() => {});
}

async function keepRecord(
  worker: Worker,
  { tabId, windowId }: ContentSender,
  keys: readonly string[],
): Promise<void> {
  if (!(await worker.tabs.set(tabId, keys))) return;
  if (windowId !== null) tellRecordChanged(worker, windowId);
  const crm = parseRecordKey(keys[0] ?? '')?.crm;
  if (crm) await worker.health.count(tabId, crm, 'matched');
}
