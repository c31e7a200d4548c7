import { onAbort } from '../util/on-abort.ts';

interface RunGlobals {
  tierlensRun?: AbortController;
}

/** Heard by scripts of earlier versions in the same page; the page may send it too, to no effect. */
const STARTED = 'tierlens-started';

/**
 * Leaves one script at work in the page: this one. A second injection of the same version finds the first in
 * its own world. A script whose extension was updated or removed lives in another world; it is told by an
 * event and obeys only when it sees for itself that its extension is gone, so no page can switch us off.
 * @returns the life of this run; everything it starts ends with it
 */
export function startSingleRun(document: Document, runtime: { id?: string | undefined }): AbortController {
  const run = new AbortController();
  const globals = globalThis as RunGlobals;
  globals.tierlensRun?.abort();
  globals.tierlensRun = run;
  document.dispatchEvent(new Event(STARTED));
  const yieldIfOrphaned = () => {
    if (runtime.id === undefined) run.abort();
  };
  document.addEventListener(STARTED, yieldIfOrphaned, { signal: run.signal });
  onAbort(run.signal, () => {
    if (globals.tierlensRun === run) delete globals.tierlensRun;
  });
  return run;
}
