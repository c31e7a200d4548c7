import { createSealedHost } from './sealed-host.ts';
import { titleSelector } from './title-selector.ts';

const FRAME =
  ':host{all:initial!important;position:fixed!important;pointer-events:none!important;z-index:2147483647!important;outline:2px solid #0b5cad!important;outline-offset:2px!important;border-radius:2px!important}';

interface PickerRuntime {
  sendMessage(message: unknown): Promise<unknown>;
}

interface PickerGlobals {
  tierlensPicker?: AbortController;
}

/**
 * Lets the user point at the name of a record: a frame follows the pointer, a click chooses, Escape gives up.
 * Only a selector and the page's address are told, not what stands there.
 */
export function startPicker(document: Document, runtime: PickerRuntime): void {
  const globals = globalThis as PickerGlobals;
  globals.tierlensPicker?.abort();
  const run = new AbortController();
  globals.tierlensPicker = run;
  const { host, style } = createSealedHost(document, FRAME, Math.random);
  document.documentElement.append(host);
  run.signal.addEventListener('abort', () => host.remove());

  const on = (type: string, listener: (event: MouseEvent & KeyboardEvent) => void) =>
    document.addEventListener(type, listener as EventListener, { signal: run.signal, capture: true });
  on('pointermove', (event) => {
    const box = (event.target as Element).getBoundingClientRect();
    style(
      `${FRAME}:host{left:${box.left}px!important;top:${box.top}px!important;width:${box.width}px!important;height:${box.height}px!important}`,
    );
  });
  on('click', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const title = titleSelector(event.target as Element);
    if (title === null) return;
    run.abort();
    void runtime.sendMessage({ verb: 'picked', url: document.URL, title });
  });
  on('keydown', (event) => {
    if (event.key === 'Escape') run.abort();
  });
}
