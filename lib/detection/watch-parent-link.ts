import type { LinkedPage } from '../util/linked-page.ts';
import { onAbort } from '../util/on-abort.ts';
import { after, watchLazily } from '../util/watch-lazily.ts';
import { LINK_LOOK_AFTER, RACE_MS } from './heading-settle.ts';

/**
 * Follows the link to its account on a page whose heading is not to be had. Nothing but time tells whether the
 * link is the former page's, so it counts once it has stood longer than any page was seen to lag its address.
 */
export function watchParentLink({ document, linkedKey, onLinked, signal }: LinkedPage): void {
  if (signal.aborted) return;
  let standing = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  function look(): void {
    const key = linkedKey();
    if (key === standing) return;
    standing = key;
    clearTimeout(timer);
    onLinked('');
    if (key) timer = setTimeout(() => onLinked(key), RACE_MS);
  }
  onAbort(signal, () => clearTimeout(timer));
  look();
  watchLazily(document, after(LINK_LOOK_AFTER), look, signal);
}
