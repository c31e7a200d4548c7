import { onAbort } from '../util/on-abort.ts';

const SUBTREE: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/**
 * Calls `onChange` (before the next paint) when something inside `region` changes or the region itself is
 * taken out of the document. Ancestors are watched for their own children only, so that the rest of the page
 * may churn without waking us.
 */
export function watchRegion(region: Element, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const inside = new MutationObserver(onChange);
  inside.observe(region, SUBTREE);
  const above = new MutationObserver(() => {
    if (!region.isConnected) onChange();
  });
  for (let node: Node | null = parentOf(region); node; node = parentOf(node)) {
    above.observe(node, { childList: true });
  }
  onAbort(signal, () => {
    inside.disconnect();
    above.disconnect();
  });
}

/** Parent across shadow boundaries. */
function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
