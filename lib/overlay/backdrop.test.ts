import { expect, it } from 'vitest';
import { luminance, parseRgb } from './backdrop.ts';

it('reads the forms browsers compute to', () => {
  expect(parseRgb('rgb(255, 255, 255)')).toEqual([255, 255, 255, 1]);
  expect(parseRgb('rgba(0, 0, 0, 0.25)')).toEqual([0, 0, 0, 0.25]);
  expect(parseRgb('oklch(0.7 0.1 200)')).toBeNull();
});

it.each([
  ['rgb(0, 0, 0)', 0],
  ['rgb(255, 255, 255)', 1],
  ['rgb(188, 188, 188)', 0.5029],
  ['rgb(255, 0, 0)', 0.2126],
])('luminance of %s', (text, expected) => {
  expect(luminance(parseRgb(text)!)).toBeCloseTo(expected, 3);
});
