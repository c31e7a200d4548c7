import type { PageResponses } from '../../lib/contract/page-messages.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { glyphViews } from './view.ts';
import type { Worker } from './worker.ts';

/** The record that the active tab of a window (null: the one in front) shows. */
export async function activeRecord(
  worker: Worker,
  windowId: number | null,
): Promise<PageResponses['activeRecord']> {
  const window = windowId === null ? { lastFocusedWindow: true } : { windowId };
  const [tab] = await worker.browser.tabs.query({ active: true, ...window });
  // Without a grant for its host the browser does not tell a tab's address.
  const onCrm = tab?.url !== undefined && isCovered(worker.granted, tab.url);
  if (tab?.id === undefined || !onCrm) return { key: null, known: false, onCrm };
  const keys = await worker.tabs.get(tab.id);
  const glyphs = await glyphViews(worker, keys);
  const known = keys.find((key) => glyphs[key]);
  return { key: known ?? keys[0] ?? null, known: known !== undefined, onCrm };
}
