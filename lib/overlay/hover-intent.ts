/** What happens at the badge and its card. */
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

/**
 * The card's manners: it preloads when the pointer enters, opens after it has rested there or at once on
 * keyboard focus, never while a button is down, text is selected or the page scrolls. `dwell` and `away` are
 * the two timers' ends.
 * @param busy a button is down or text is selected
 */
export function hoverIntent(
  state: HoverState,
  event: HoverEvent,
  busy: boolean,
): { state: HoverState; actions: readonly HoverAction[] } {
  switch (event) {
    case 'enter':
      if (state === 'open') return { state, actions: [] };
      if (state === 'leaving') return { state: 'open', actions: ['stopTimer'] };
      return busy ? { state, actions: [] } : { state: 'dwelling', actions: ['preload', 'startDwell'] };
    case 'dwell':
      if (state !== 'dwelling') return { state, actions: [] };
      return busy ? { state: 'idle', actions: [] } : { state: 'open', actions: ['open'] };
    case 'focus':
      if (state === 'open') return { state, actions: [] };
      return { state: 'open', actions: ['stopTimer', 'preload', 'open'] };
    case 'leave':
      if (state === 'dwelling') return { state: 'idle', actions: ['stopTimer'] };
      return state === 'open' ? { state: 'leaving', actions: ['startLeave'] } : { state, actions: [] };
    case 'down':
    case 'scroll':
      if (state === 'dwelling') return { state: 'idle', actions: ['stopTimer'] };
      return state === 'idle' || event === 'down'
        ? { state, actions: [] }
        : { state: 'idle', actions: ['stopTimer', 'close'] };
    case 'escape':
      return state === 'idle'
        ? { state, actions: [] }
        : { state: 'idle', actions: ['stopTimer', 'refocus', 'close'] };
    case 'away':
      return state === 'leaving' ? { state: 'idle', actions: ['close'] } : { state, actions: [] };
    case 'blur':
      return state === 'idle' ? { state, actions: [] } : { state: 'idle', actions: ['stopTimer', 'close'] };
  }
}
