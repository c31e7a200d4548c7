import { onAbort } from '../util/on-abort.ts';
import type { Badge } from './badge.ts';
import type { CardFrame } from './card-frame.ts';
import {
  DWELL_MS,
  type HoverAction,
  type HoverEvent,
  type HoverState,
  hoverIntent,
  LEAVE_MS,
} from './hover-intent.ts';

export interface BadgeBehaviour {
  /** For what happens at the card itself: pointer in and out, focus lost, Esc. */
  handle(event: HoverEvent): void;
  isOpen(): boolean;
}

/**
 * Pointer and keyboard at the badge: rest, focus or a click opens the card, a click or Enter while it is open
 * leads on to the side panel, arrow down goes into the card, Esc closes it.
 * @param openPanel asks for the side panel; called within the click, because browsers want the user's gesture
 */
export function attachBehaviour(
  badge: Badge,
  card: CardFrame,
  openPanel: () => Promise<boolean>,
  signal: AbortSignal,
): BadgeBehaviour {
  const { button } = badge;
  const document = badge.host.ownerDocument;
  let state: HoverState = 'idle';
  let buttonDown = false;
  /** The press itself may close the card: what the click leads to depends on what was there before. */
  let openAtPress = false;
  /** Focus that comes back from the card must not open it again. */
  let refocusing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const startTimer = (event: HoverEvent, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => handle(event), ms);
  };
  const run: Readonly<Record<HoverAction, () => void>> = {
    preload: () => card.preload(),
    open: () => card.open(badge.host, badge.dark),
    close: () => card.close(),
    startDwell: () => startTimer('dwell', DWELL_MS),
    startLeave: () => startTimer('away', LEAVE_MS),
    stopTimer: () => clearTimeout(timer),
    refocus: () => {
      if (!card.hasFocus()) return;
      refocusing = true;
      button.focus();
      refocusing = false;
    },
  };
  function handle(event: HoverEvent): void {
    if (signal.aborted) return;
    const textSelected = document.getSelection()?.isCollapsed === false;
    const [next, ...actions] = hoverIntent(state, event, buttonDown || textSelected);
    state = next;
    for (const action of actions) run[action]();
  }
  const isOpen = () => state === 'open' || state === 'leaving';
  const click = async () => {
    const leadOn = openAtPress || isOpen();
    openAtPress = false;
    if (!leadOn || !(await openPanel())) handle('focus');
  };

  const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { signal, passive: true, capture: target === document });
  on(button, 'pointerenter', () => handle('enter'));
  on(button, 'pointerleave', () => handle('leave'));
  on(button, 'click', () => void click());
  on(button, 'focus', () => !refocusing && button.matches(':focus-visible') && handle('focus'));
  // Where focus goes is known only after the event: into the card it may go, and nowhere, for a page that puts its
  // header anew takes the badge away for a moment.
  on(button, 'blur', () => {
    const pressed = buttonDown;
    setTimeout(() => card.hasFocus() || (!pressed && isNowhere(document)) || handle('blur'));
  });
  on(button, 'keydown', (event) => {
    if ((event as KeyboardEvent).key === 'ArrowDown' && state === 'open') card.focus();
  });
  on(document, 'keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') handle('escape');
    openAtPress = isOpen();
  });
  on(document, 'pointerdown', () => {
    buttonDown = true;
    openAtPress = isOpen();
    handle('down');
  });
  on(document, 'pointerup', () => {
    buttonDown = false;
  });
  on(document, 'scroll', () => handle('scroll'));
  onAbort(signal, () => clearTimeout(timer));
  return { handle, isOpen };
}

/** The document has the focus, but no element of it. */
function isNowhere(document: Document): boolean {
  return document.hasFocus() && document.activeElement === document.body;
}
