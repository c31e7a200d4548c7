import { expect, it } from 'vitest';
import { median, middle, percentile } from './statistics.ts';

it('medians and percentiles are values that were measured', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2, 7]);
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([percentile(hundred, 0.95), percentile(hundred, 1)]).toEqual([95, 100]);
});

it('the middle leaves out the quarters at both ends', () => {
  expect(middle([1_000, 1, 2, 0])).toBe(1.5);
  expect(middle([5])).toBe(5);
});
