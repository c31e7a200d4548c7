import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { tellRecordChanged } from './broadcast.ts';
import type { Worker } from './worker.ts';

/** A tab that left for a page without content script shows no record any more. */
export async function onTabUpdated(
  worker: Worker,
  tabId: number,
  change: { status?: string | undefined },
  tab: { url?: string | undefined; windowId: number },
): Promise<void> {
  if (change.status !== 'loading') return;
  worker.openTabs.forget();
  await worker.ready;
  if (tab.url !== undefined && isCovered(worker.granted, tab.url)) return;
  if (await worker.tabs.set(tabId, [])) tellRecordChanged(worker, tab.windowId);
}

export async function forgetTab(worker: Worker, tabId: number): Promise<void> {
  worker.openTabs.forget();
  await worker.ready;
  worker.buckets.forget(tabId);
  await worker.tabs.set(tabId, []);
}
