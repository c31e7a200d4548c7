import fc from 'fast-check';
import { expect, it } from 'vitest';
import { budget } from '../../tests/budget.ts';
import { mulDivFloor, mulDivHalfEven } from './half-even.ts';
import { percentText, ratioText } from './ratio.ts';

it.each([
  [1, 1, 2, 0],
  [3, 1, 2, 2],
  [5, 1, 2, 2],
  [-1, 1, 2, 0],
  [-3, 1, 2, -2],
  [-5, 1, 2, -2],
  [7, 1, 3, 2],
  [-7, 1, 3, -2],
  [9_007_199_254_740_991, 3, 2, 13_510_798_882_111_486],
])('%i · %i / %i rounds to %i', (a, n, d, expected) => {
  expect(mulDivHalfEven(a, n, d)).toBe(expected);
});

it('is within half a unit of the exact quotient, and even on ties', () => {
  const int = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
  fc.assert(
    fc.property(int, fc.nat(10 ** 6), fc.integer({ min: 1, max: 10 ** 6 }), (a, n, d) => {
      const result = mulDivHalfEven(a, n, d);
      fc.pre(Number.isSafeInteger(result));
      const twice = 2n * (BigInt(a) * BigInt(n) - BigInt(result) * BigInt(d));
      const off = twice < 0n ? -twice : twice;
      expect(off <= BigInt(d)).toBe(true);
      if (off === BigInt(d)) expect(Math.abs(result) % 2).toBe(0);
    }),
    { numRuns: budget.propertyRuns },
  );
});

it('floors exactly beyond 2^53', () => {
  expect(mulDivFloor(9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991)).toBe(
    9_007_199_254_740_991,
  );
});

it.each([
  [374_000, 4_480_000, 6, '0.083482'],
  [-47, 600, 6, '-0.078333'],
  [1, 2, 0, '0'],
  [3, 2, 0, '2'],
  [0, 5, 4, '0.0000'],
  [1, 0, 4, null],
])('ratio %i / %i with %i places is %s', (a, b, places, text) => {
  expect(ratioText(a, b, places)).toBe(text);
});

it.each([
  [35_762_046, 28_639_596, 4, '124.8692'],
  [1, 3, 4, '33.3333'],
  [1, 1_000, 4, '0.1000'],
  [-1, 3, 4, '-33.3333'],
])('percentage %i / %i with %i places is %s', (a, b, places, text) => {
  expect(percentText(a, b, places)).toBe(text);
});
