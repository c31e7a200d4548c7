import type { ContentEvent } from '../../lib/contract/content-messages.ts';
import type { PageEvent } from '../../lib/contract/page-messages.ts';
import { isDiscreet } from '../../lib/settings/discreet.ts';
import { crmLayers, crmSettingsView } from './crm-rules.ts';
import { createToolbar, toolbarMark } from './toolbar.ts';
import { overlayState, toggles, translator, workerState } from './view.ts';
import type { Worker } from './worker.ts';

/** Tells pages of the extension; nobody listening is no error. */
function tellPages(worker: Worker, event: PageEvent): void {
  worker.browser.runtime.sendMessage(event).catch(() => {});
}

export function tellRecordChanged(worker: Worker, windowId: number): void {
  tellPages(worker, { event: 'record', windowId });
}

/** Reports, answers or the log of what was told have changed. */
export function tellNotesChanged(worker: Worker): void {
  tellPages(worker, { event: 'notes' });
}

/** An open panel is wanted for something. */
export function tellIntent(worker: Worker): void {
  tellPages(worker, { event: 'intent' });
}

async function tellTabs(worker: Worker, event: ContentEvent): Promise<void> {
  if (worker.granted.length === 0) return;
  const tabs = await worker.browser.tabs.query({ url: [...worker.granted] });
  for (const { id } of tabs) {
    if (id !== undefined) worker.browser.tabs.sendMessage(id, event).catch(() => {});
  }
}

/**
 * Passes changes on: pages hear of every state, tabs only of what changes a drawing.
 * @returns to be called after each change
 */
export function createBroadcast(worker: Worker): () => void {
  const tellDrawing = createDrawingNotice(worker);
  let shown: string | null = null;
  let crms: string | null = null;
  const markToolbar = createToolbar(worker.browser, worker.browser.storage.session);
  return () => {
    const settings = JSON.stringify(crmSettingsView(worker));
    if (crms !== null && settings !== crms) tellPages(worker, { event: 'crms' });
    crms = settings;
    const state = workerState(worker);
    const text = JSON.stringify(state);
    if (text !== shown) {
      shown = text;
      tellPages(worker, { event: 'state', state });
      const discreet = isDiscreet(worker.user.discreetUntil, worker.now());
      const mark = toolbarMark(state.sync, discreet);
      markToolbar(translator(worker), mark).catch(() => {});
    }
    tellDrawing(drawingSignature(worker)).catch(() => {});
  };
}

const KEY = 'drawn';

/**
 * Tells tabs where a drawing is another than the one they were told of last. That is remembered over the worker's
 * lives: what has ended meanwhile is noticed, and a start that changes nothing makes no tab ask again.
 */
function createDrawingNotice(worker: Worker): (drawing: string) => Promise<void> {
  const { session } = worker.browser.storage;
  let last: string | null = null;
  return async (drawing) => {
    if (drawing === last) return;
    const first = last === null;
    last = drawing;
    if (first && (await session.get(KEY))[KEY] === drawing) return;
    await tellTabs(worker, { event: 'overlay-changed' });
    await session.set({ [KEY]: drawing });
  };
}

/** Everything that a badge or chip depends on. */
function drawingSignature(worker: Worker): string {
  const { cache, sync, me } = worker;
  const manifest = (cache.visible ?? sync.pending)?.manifest.version ?? null;
  const crms = [crmLayers(worker), worker.clientPolicy.adaptersOff];
  return JSON.stringify([
    overlayState(worker),
    toggles(worker),
    worker.user.hiddenHosts,
    manifest,
    cache.visible === null,
    me?.role,
    crms,
  ]);
}
