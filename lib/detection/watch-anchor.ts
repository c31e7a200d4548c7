import type { Anchor } from '../crm/types.ts';
import { onAbort } from '../util/on-abort.ts';

/**
 * Calls `onChange` (before the next paint) when a heading's text changes, when it is taken out of the document,
 * or when something comes or goes beside it. Ancestors are watched for their own children only: the rest of the
 * page may churn without waking us.
 */
export function watchAnchor({ element }: Anchor, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const observer = new MutationObserver(onChange);
  for (let node = parentOf(element); node; node = parentOf(node)) observer.observe(node, { childList: true });
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  onAbort(signal, () => observer.disconnect());
}

/** Parent across shadow boundaries. */
function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
