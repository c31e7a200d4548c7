import { onAbort } from '../util/on-abort.ts';
/**
 * While a heading is awaited: one call per frame in which the document changed, before that frame is painted.
 * The observer itself does nothing but ask for the frame.
 */
export function watchDocument(document: Document, onFrame: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let frame = 0;
  const run = () => {
    frame = 0;
    onFrame();
  };
  const observer = new MutationObserver(() => {
    frame ||= requestAnimationFrame(run);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  onAbort(signal, () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
}
