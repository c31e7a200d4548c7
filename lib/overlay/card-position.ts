import type { Box } from './fit.ts';

export const CARD_WIDTH = 320;
export const CARD_HEIGHT = 280;
const GAP = 6;
const EDGE = 8;

/**
 * Upper left corner of the card in viewport pixels: below the badge where there is room, else above, always
 * wholly visible. It starts where the badge starts, on right-to-left pages where it ends.
 */
export function cardPosition(
  badge: Box,
  viewport: { width: number; height: number },
  rightToLeft: boolean,
): { left: number; top: number } {
  const wanted = rightToLeft ? badge.right - CARD_WIDTH : badge.left;
  const below = badge.bottom + GAP;
  const fitsBelow = below + CARD_HEIGHT <= viewport.height - EDGE;
  const above = badge.top - GAP - CARD_HEIGHT;
  return {
    left: clamp(wanted, EDGE, viewport.width - CARD_WIDTH - EDGE),
    top: clamp(fitsBelow || above < EDGE ? below : above, EDGE, viewport.height - CARD_HEIGHT - EDGE),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
