import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feeScale } from './fee-scale.ts';

it.each([
  [1, 100],
  [18_750, 1_000],
  [2_001, 200],
  [100_000_000, 5_000_000],
])('%i cents needed: steps of %i', (needed, step) =>
  expect(feeScale(needed)).toEqual({ step, max: step * 40 }),
);

it('reaches what is needed with room, in round steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (needed) => {
      const { step, max } = feeScale(needed);
      expect(max).toBeGreaterThanOrEqual(needed);
      expect(String(step)).toMatch(/^[125]0+$/);
    }),
  );
});
