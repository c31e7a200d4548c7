import { expect, it } from 'vitest';
import { luminance } from './backdrop.ts';

it.each([
  [[0, 0, 0], 0],
  [[255, 255, 255], 1],
  [[188, 188, 188], 0.5029],
  [[255, 0, 0], 0.2126],
  [[10, 10, 10], 0.003],
])('luminance of %s', ([red, green, blue], expected) => {
  expect(luminance([red!, green!, blue!, 1])).toBeCloseTo(expected, 3);
});
