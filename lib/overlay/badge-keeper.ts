import type { Anchor } from '../crm/types.ts';
import { onAbort } from '../util/on-abort.ts';
import type { Badge } from './badge.ts';
import { dockBadge, isInPlace, placeBadge } from './place-badge.ts';
import { createReturnLimit } from './return-limit.ts';

/** Keeps one badge beside its title while the page re-renders and resizes. */
export interface BadgeKeeper {
  /** The title the badge belongs to, new or replaced. */
  anchorAt(anchor: Anchor): void;
  /** No title: the corner. */
  dock(): void;
  /** Takes the badge out of the page at once. */
  hide(): void;
  /** Something near the title changed: puts the badge back where it is missing. */
  check(): void;
}

/** Space is measured again at most this often (ms) while the page is being resized. */
const RESIZE_PAUSE_MS = 200;

/** @param onSurrender called once when the page keeps taking the badge away and it stays docked */
export function createBadgeKeeper(
  badge: Badge,
  document: Document,
  now: () => number,
  onSurrender: () => void,
  signal: AbortSignal,
): BadgeKeeper {
  const advise = createReturnLimit();
  let anchor: Anchor | null = null;
  let gaveUp = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resize: ReturnType<typeof setTimeout> | undefined;
  let rowWidth = 0;

  const sizes = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    if (Math.abs(width - rowWidth) < 1) return;
    if (rowWidth !== 0) {
      clearTimeout(resize);
      resize = setTimeout(place, RESIZE_PAUSE_MS);
    }
    rowWidth = width;
  });

  function place(): void {
    if (signal.aborted) return;
    if (!anchor || gaveUp) dockBadge(badge, document);
    else if (anchor.element.isConnected) placeBadge(badge, anchor);
  }

  function comeBack(): void {
    const advice = advise(now());
    if (advice.act === 'later') {
      timer = setTimeout(check, advice.inMs);
      return;
    }
    gaveUp = advice.act === 'surrender';
    place();
    if (gaveUp) onSurrender();
  }

  function check(): void {
    clearTimeout(timer);
    if (signal.aborted || gaveUp || !anchor?.element.isConnected) return;
    if (!isInPlace(badge, anchor)) comeBack();
  }

  function hide(): void {
    clearTimeout(timer);
    clearTimeout(resize);
    sizes.disconnect();
    anchor = null;
    badge.host.remove();
  }

  onAbort(signal, hide);
  return {
    hide,
    check,
    anchorAt(next) {
      const first = anchor === null;
      anchor = next;
      sizes.disconnect();
      rowWidth = 0;
      const row = next.element.parentElement;
      if (row) sizes.observe(row);
      if (first) place();
      else comeBack();
    },
    dock() {
      anchor = null;
      place();
    },
  };
}
