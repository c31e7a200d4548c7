import { onAbort } from '../util/on-abort.ts';
import { CARD_HEIGHT, CARD_WIDTH, cardPosition } from './card-position.ts';
import { createSealedHost } from './sealed-host.ts';

export interface CardFrame {
  /** Starts loading, unseen. Harmless when loaded already. */
  preload(): void;
  open(beside: Element, dark: boolean): void;
  /** Hides the card; the loaded frame is kept for the next time. */
  close(): void;
  /** Puts the keyboard into the card. */
  focus(): void;
  hasFocus(): boolean;
  /** Takes the frame out of the page: its data are outdated. */
  drop(): void;
}

export interface CardFrameOptions {
  document: Document;
  /** Address of the card page for the record, with a ticket that is good once; null: nothing to show. */
  address(): Promise<string | null>;
  /** Neutral title of the frame. */
  title: string;
  random(): number;
  onEnter(): void;
  onLeave(): void;
  onBlur(): void;
  signal: AbortSignal;
}

/** The host has no size and no place of its own; only the frame inside moves, where the page cannot see it. */
const CSS = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;z-index:2147483000!important}
iframe{position:absolute;border:0;width:${CARD_WIDTH}px;height:${CARD_HEIGHT}px;background:transparent;visibility:hidden}
iframe.open{visibility:visible}
@media print{:host{display:none!important}}
`;

/** The page's one frame of extension origin: made on demand, kept while its record is shown. */
export function createCardFrame(options: CardFrameOptions): CardFrame {
  const { document, signal } = options;
  let sealed: ReturnType<typeof createSealedHost> | null = null;
  let frame: HTMLIFrameElement | null = null;
  let wanted: { beside: Element; dark: boolean } | null = null;
  let life = new AbortController();

  function drop(): void {
    life.abort();
    life = new AbortController();
    sealed?.host.remove();
    sealed = null;
    frame = null;
    wanted = null;
  }

  function preload(): void {
    if (sealed?.host.isConnected || signal.aborted) return;
    drop();
    sealed = createSealedHost(document, CSS, options.random);
    // Put in for unknown accounts too, with nothing inside: the page cannot tell them apart.
    document.documentElement.append(sealed.host);
    void load(sealed.root, AbortSignal.any([signal, life.signal]));
  }

  async function load(root: ShadowRoot, still: AbortSignal): Promise<void> {
    const address = await options.address();
    if (!address || still.aborted) return;
    const made = document.createElement('iframe');
    made.title = options.title;
    let loads = 0;
    made.addEventListener(
      'load',
      () => {
        // Only the first document in the frame is ours: a second one was put there by the page.
        loads += 1;
        if (loads > 1) drop();
      },
      { signal: still },
    );
    made.addEventListener('pointerenter', options.onEnter, { signal: still });
    made.addEventListener('pointerleave', options.onLeave, { signal: still });
    made.addEventListener('blur', options.onBlur, { signal: still });
    made.src = address;
    frame = made;
    root.append(made);
    show();
  }

  function show(): void {
    if (!wanted || !frame) return;
    const view = document.documentElement;
    const rightToLeft = getComputedStyle(wanted.beside).direction === 'rtl';
    const { left, top } = cardPosition(
      wanted.beside.getBoundingClientRect(),
      { width: view.clientWidth, height: view.clientHeight },
      rightToLeft,
    );
    frame.style.left = `${left}px`;
    frame.style.top = `${top}px`;
    // The card page reads its theme from this, as `prefers-color-scheme`.
    frame.style.colorScheme = wanted.dark ? 'dark' : 'light';
    frame.classList.add('open');
  }

  onAbort(signal, drop);
  return {
    preload,
    drop,
    open(beside, dark) {
      preload();
      wanted = { beside, dark };
      show();
    },
    close() {
      wanted = null;
      frame?.classList.remove('open');
    },
    focus: () => frame?.focus(),
    hasFocus: () => sealed !== null && document.activeElement === sealed.host,
  };
}
