import { tellIntent } from './broadcast.ts';
import { openPanel } from './panel.ts';
import type { Worker } from './worker.ts';

/** A panel that opens later than this (ms) was opened for something else. */
const LIFE_MS = 10_000;

/** Opens the panel in the turn of the user's gesture and keeps for what. @returns false where the browser refused */
export function openPanelFor(
  worker: Worker,
  windowId: number | null,
  intent: 'report' | null,
): Promise<boolean> {
  const opened = openPanel(worker.browser, windowId);
  if (intent === null || windowId === null) return opened;
  worker.intents.set(windowId, worker.now());
  return opened.then((done) => {
    // A panel that is open already does not load again.
    tellIntent(worker);
    return done;
  });
}

/** What a window's panel was opened for; told once. */
export function takeIntent(worker: Worker, windowId: number | null): 'report' | null {
  if (windowId === null) return null;
  const at = worker.intents.get(windowId);
  worker.intents.delete(windowId);
  return at !== undefined && worker.now() - at < LIFE_MS ? 'report' : null;
}
