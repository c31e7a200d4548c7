import { onAbort } from './on-abort.ts';

/** Everything a page can change that we read. */
const ALL: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ['href'],
};

/**
 * Looks once after changes inside `root`, however many there are: between a change and the look nothing is
 * observed, so that a page that churns wakes us once per look and not once per change.
 * @param plan calls back when it is time to look; returns what takes that back
 */
export function watchLazily(
  root: Node,
  plan: (look: () => void) => () => void,
  onLook: () => void,
  signal: AbortSignal,
  what = ALL,
): void {
  if (signal.aborted) return;
  let takeBack = () => {};
  const changes = new MutationObserver(() => {
    changes.disconnect();
    takeBack = plan(look);
  });
  function look(): void {
    onLook();
    if (!signal.aborted) changes.observe(root, what);
  }
  changes.observe(root, what);
  onAbort(signal, () => {
    changes.disconnect();
    takeBack();
  });
}

/** The next frame, before it is painted. */
export function inFrame(look: () => void): () => void {
  const frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/** After the next paint: boxes read then cost no layout of their own. */
export function afterPaint(look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = inFrame(() => {
    timer = setTimeout(look);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** `ms` later. */
export function after(ms: number): (look: () => void) => () => void {
  return (look) => {
    const timer = setTimeout(look, ms);
    return () => clearTimeout(timer);
  };
}
