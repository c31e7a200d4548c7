import type { DockPlace } from '../contract/crm-settings.ts';
import { onAbort } from '../util/on-abort.ts';
import { overlaps, placeAt, placeCss, stepped } from './dock-place.ts';
import type { DockingOptions } from './loaded-parts.ts';

/** Less than this (px) is a click, not a move. */
const MOVE_FROM = 4;
/** While a dialog of the page hides the badge, it is looked after so often (ms). */
const DIALOG_LOOK_EVERY = 500;
const DIALOGS = 'dialog[open],[aria-modal="true"],[role="alertdialog"]';

const CORNERS: readonly DockPlace[] = [
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: 1, y: 0 },
  { x: 0, y: 0 },
];

/** Badges that can be moved already: a badge may go to the corner more than once. */
const started = new WeakSet<object>();

/** Keeps the place of each host, outside the page. */
export interface DockMemory {
  read(): Promise<DockPlace | null>;
  write(place: DockPlace): void;
}

/**
 * Lets the user move the docked badge, by mouse or with the arrow keys, and keeps it off the page's own
 * dialogs: it goes to a free corner, or away until the dialog is closed.
 */
export function startDocking({ badge, card, signal }: DockingOptions, memory: DockMemory): void {
  if (started.has(badge)) return;
  started.add(badge);
  const { button, host } = badge;
  const document = host.ownerDocument;
  const sheet = new CSSStyleSheet();
  let own: DockPlace = { x: 1, y: 1 };
  let grip: { x: number; y: number; moved: boolean } | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let frame = 0;

  const show = (place: DockPlace, hidden = false) => sheet.replaceSync(placeCss(place, hidden));
  const isDocked = () => badge.place === 'dock' && host.isConnected;

  /** Looks at the page's dialogs, which are few; boxes are read only where there is one. */
  function evade(): void {
    frame = 0;
    if (signal.aborted || !isDocked()) return;
    const boxes = [...document.querySelectorAll(DIALOGS)]
      .map((dialog) => dialog.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0);
    const free = [own, ...CORNERS].find((place) => {
      show(place);
      const mine = host.getBoundingClientRect();
      return !boxes.some((box) => overlaps(mine, box));
    });
    show(free ?? own, free === undefined);
    clearInterval(timer);
    if (boxes.length > 0) timer = setInterval(plan, DIALOG_LOOK_EVERY);
  }
  function plan(): void {
    frame ||= requestAnimationFrame(evade);
  }

  const on = (target: EventTarget, type: string, listener: (event: never) => void) =>
    target.addEventListener(type, listener as EventListener, { signal, capture: true });
  on(button, 'pointerdown', (event: PointerEvent) => {
    if (!isDocked() || event.button !== 0) return;
    const box = host.getBoundingClientRect();
    grip = { x: event.clientX - box.left, y: event.clientY - box.top, moved: false };
    button.setPointerCapture(event.pointerId);
  });
  on(button, 'pointermove', (event: PointerEvent) => {
    if (!grip) return;
    const box = host.getBoundingClientRect();
    const [x, y] = [event.clientX - grip.x, event.clientY - grip.y];
    grip.moved ||= Math.hypot(x - box.left, y - box.top) >= MOVE_FROM;
    if (!grip.moved) return;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    own = placeAt(x, y, { width, height });
    show(own);
  });
  on(button, 'pointerup', () => {
    if (grip?.moved) memory.write(own);
    else grip = null;
  });
  on(button, 'pointercancel', () => {
    grip = null;
  });
  on(button, 'click', (event: MouseEvent) => {
    // The click that ends a move opens nothing.
    if (grip) event.stopImmediatePropagation();
    grip = null;
  });
  on(button, 'keydown', (event: KeyboardEvent) => {
    // With modifiers the keys are the browser's; arrow down goes into an open card.
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    const next = plain && isDocked() ? stepped(own, event.key) : null;
    if (!next || (event.key === 'ArrowDown' && card.isOpen())) return;
    event.preventDefault();
    card.close();
    own = next;
    show(own);
    memory.write(own);
  });

  // Dialogs take the focus when they open, and most are put under the body.
  on(document, 'focusin', plan);
  on(document, 'click', plan);
  const added = new MutationObserver(plan);
  if (document.body) added.observe(document.body, { childList: true });
  onAbort(signal, () => {
    added.disconnect();
    clearInterval(timer);
    cancelAnimationFrame(frame);
  });
  show(own);
  badge.dockWith(sheet);
  void memory.read().then((place) => {
    if (place && !signal.aborted) own = place;
    evade();
  });
}
