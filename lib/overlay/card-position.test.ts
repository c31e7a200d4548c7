import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CARD_HEIGHT, CARD_WIDTH, cardPosition } from './card-position.ts';

const viewport = { width: 1_200, height: 800 };
const badge = (left: number, top: number) => ({ left, top, right: left + 136, bottom: top + 24 });

it('stands below the badge and starts where it starts', () => {
  expect(cardPosition(badge(200, 60), viewport, false)).toEqual({ left: 200, top: 90 });
});

it('ends where the badge ends on right-to-left pages', () => {
  expect(cardPosition(badge(600, 60), viewport, true).left).toBe(600 + 136 - CARD_WIDTH);
});

it('goes above a badge at the lower edge', () => {
  expect(cardPosition(badge(200, 760), viewport, false).top).toBe(760 - 6 - CARD_HEIGHT);
});

it('is wholly visible wherever the badge is, in every window that can hold it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 3_000 }),
      fc.integer({ min: -500, max: 3_000 }),
      fc.integer({ min: CARD_WIDTH + 16, max: 3_000 }),
      fc.integer({ min: CARD_HEIGHT + 16, max: 2_000 }),
      fc.boolean(),
      (left, top, width, height, rightToLeft) => {
        const at = cardPosition(badge(left, top), { width, height }, rightToLeft);
        return (
          at.left >= 8 &&
          at.top >= 8 &&
          at.left + CARD_WIDTH <= width - 8 &&
          at.top + CARD_HEIGHT <= height - 8
        );
      },
    ),
  );
});
