/** What happens at the badge and its card; `dwell` and `away` are the ends of the two timers. */
export type HoverEvent =
  | 'enter'
  | 'leave'
  | 'dwell'
  | 'away'
  | 'focus'
  | 'blur'
  | 'down'
  | 'scroll'
  | 'escape';

export type HoverState = 'idle' | 'dwelling' | 'open' | 'leaving';
export type HoverAction =
  | 'preload'
  | 'open'
  | 'close'
  | 'startDwell'
  | 'startLeave'
  | 'stopTimer'
  | 'refocus';

/** Time (ms) the pointer must rest on the badge, and may be outside badge and card, before something happens. */
export const DWELL_MS = 350;
export const LEAVE_MS = 250;

type Step = readonly [HoverState, ...HoverAction[]];

const OPEN: Step = ['open', 'stopTimer', 'preload', 'open'];
const CLOSE: Step = ['idle', 'stopTimer', 'close'];
const CALM: Step = ['idle', 'stopTimer'];
const ESCAPE: Step = ['idle', 'stopTimer', 'refocus', 'close'];

/**
 * The card's manners: it preloads when the pointer enters, opens after it has rested there or at once on
 * keyboard focus, never while a button is down, text is selected or the page scrolls. What is not listed
 * changes nothing.
 */
const STEPS: Readonly<Record<HoverState, Partial<Record<HoverEvent, Step>>>> = {
  idle: { enter: ['dwelling', 'preload', 'startDwell'], focus: OPEN },
  dwelling: {
    dwell: ['open', 'open'],
    focus: OPEN,
    leave: CALM,
    down: CALM,
    scroll: CALM,
    blur: CLOSE,
    escape: ESCAPE,
  },
  open: { leave: ['leaving', 'startLeave'], scroll: CLOSE, blur: CLOSE, escape: ESCAPE },
  leaving: {
    enter: ['open', 'stopTimer'],
    focus: OPEN,
    away: CLOSE,
    scroll: CLOSE,
    blur: CLOSE,
    escape: ESCAPE,
  },
};

/** @param busy a button is down or text is selected: nothing starts and nothing opens by the pointer */
export function hoverIntent(state: HoverState, event: HoverEvent, busy: boolean): Step {
  if (busy && event === 'enter' && state === 'idle') return [state];
  if (busy && event === 'dwell') return CALM;
  return STEPS[state][event] ?? [state];
}
