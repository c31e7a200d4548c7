import type { PageResponses } from '../../lib/contract/page-messages.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { accountView, glyphViews } from './view.ts';
import type { Worker } from './worker.ts';

/** The record that the active tab of a window (null: the one in front) shows, and its customer in the same answer. */
export async function activeRecord(
  worker: Worker,
  windowId: number | null,
): Promise<PageResponses['activeRecord']> {
  const window = windowId === null ? { lastFocusedWindow: true } : { windowId };
  const [tab] = await worker.browser.tabs.query({ active: true, ...window });
  // Without a grant for its host the browser does not tell a tab's address.
  if (tab?.id === undefined || tab.url === undefined || !isCovered(worker.granted, tab.url)) {
    return { key: null, account: null, host: null };
  }
  const keys = await worker.tabs.get(tab.id);
  const key = (await firstKnown(worker, keys)) ?? keys[0] ?? null;
  const account = key === null ? null : await accountView(worker, key);
  return { key, account, host: new URL(tab.url).host };
}

/** A page mostly shows one record; only where it leads to others the index is asked which of them is a customer. */
async function firstKnown(worker: Worker, keys: readonly string[]): Promise<string | undefined> {
  if (keys.length < 2) return keys[0];
  const { glyphs } = await glyphViews(worker, keys);
  return keys.find((_, at) => (glyphs[at] ?? null) !== null);
}
