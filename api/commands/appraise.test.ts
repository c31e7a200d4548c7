import { expect, it } from 'vitest';
import { appraise } from './appraise.ts';

const flows = '-1200.00;-400.00;900.00;2500.00';

it.each([
  ['1', 109_798, true],
  ['0.6', 7_717, true],
  ['50 %', -17_803, false],
])('at a probability of %s the case comes back with %i cents: %s', (probability, last, approve) => {
  const found = appraise({ flows, probability, rate: '8 %' });
  expect([found.cumulated.at(-1), found.approve]).toEqual([last, approve]);
});

it.each([
  ['-1,200.00', '0.6', '0.08', /no amount/],
  ['100.00', '1.2', '0.08', /more than certain/],
  ['100.00', '0.5', 'eight', /no share/],
])('%s, %s, %s is refused with a cure', (given, probability, rate, message) => {
  expect(() => appraise({ flows: given, probability, rate })).toThrow(message);
});
