import { onAbort } from '../util/on-abort.ts';
/** The part of a window that navigation is read from. */
export interface NavigatingWindow extends EventTarget {
  readonly location: { readonly href: string };
  readonly document: { readonly visibilityState: string };
  readonly navigation?: EventTarget;
}

/** How long a URL change may go unseen where the browser has no Navigation API. */
const POLL_MS = 250;
/** Safety net beside the Navigation API, for changes no event tells about. */
const SLOW_POLL_MS = 1_000;

/**
 * Calls `onCommit` with every URL the document has really committed to, the first one at once.
 * Nothing of the page is patched: events are only listened to, and a poll of one string catches the rest.
 * `currententrychange` comes first, in the task that commits; the others repeat it harmlessly.
 */
export function watchCommittedUrl(
  target: NavigatingWindow,
  onCommit: (url: URL) => void,
  signal: AbortSignal,
): void {
  let last = '';
  const check = () => {
    const { href } = target.location;
    if (signal.aborted || href === last) return;
    last = href;
    onCommit(new URL(href));
  };
  for (const type of ['currententrychange', 'navigatesuccess']) {
    target.navigation?.addEventListener(type, check, { signal });
  }
  for (const type of ['popstate', 'hashchange']) target.addEventListener(type, check, { signal });
  const timer = setInterval(
    () => target.document.visibilityState === 'visible' && check(),
    target.navigation ? SLOW_POLL_MS : POLL_MS,
  );
  onAbort(signal, () => clearInterval(timer));
  check();
}
