import { expect, it } from 'vitest';
import { multiplyDecimals, subtractDecimals } from './exact-decimal.ts';

it.each([
  ['261.96', '41.9136', '220.0464'],
  ['3083.43', '-1665.0522', '4748.4822'],
  ['0', '0.005', '-0.005'],
  ['-0.5', '-0.5', '0.0'],
  ['10', '3', '7'],
])('%s − %s = %s', (a, b, result) => expect(subtractDecimals(a, b)).toBe(result));

it.each([
  ['9.80', '10', '98.00'],
  ['42.40', '0.15', '6.3600'],
  ['-0.1', '0.2', '-0.02'],
])('%s · %s = %s', (a, b, result) => expect(multiplyDecimals(a, b)).toBe(result));

it('gives up on anything that is no plain decimal', () => {
  for (const text of ['1,5', '', '1e3', 'NaN', '.5', '1.']) {
    expect(subtractDecimals(text, '1')).toBeNull();
    expect(multiplyDecimals('1', text)).toBeNull();
  }
});
