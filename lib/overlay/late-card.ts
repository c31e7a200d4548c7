import type { CardFrame, CardFrameOptions } from './card-frame.ts';
import { loadedParts } from './loaded-parts.ts';

/**
 * The card, whose code comes when the pointer or the focus first reaches a badge of this page.
 * @param load asks for that code; resolves when it has come or could not
 */
export function createLateCard(options: CardFrameOptions, load: () => Promise<unknown>): CardFrame {
  let frame: CardFrame | undefined;
  let wanted: Parameters<CardFrame['open']> | null = null;
  let loading = false;

  /** Makes the frame as soon as that is possible. */
  function show(): void {
    frame ??= loadedParts().card?.(options);
    if (wanted) frame?.open(...wanted);
    else frame?.preload();
  }
  function preload(): void {
    show();
    if (frame || loading) return;
    loading = true;
    void load().then(() => {
      loading = false;
      if (!options.signal.aborted) show();
    });
  }
  return {
    preload,
    open(...how) {
      wanted = how;
      preload();
    },
    close() {
      wanted = null;
      frame?.close();
    },
    drop: () => frame?.drop(),
    focus: () => frame?.focus(),
    hasFocus: () => frame?.hasFocus() ?? false,
  };
}
