import { expect, it } from 'vitest';
import { DEFAULT_POLICY_PATH, loadPolicyText, readPolicyText } from './load-policy.ts';

const text = readPolicyText(DEFAULT_POLICY_PATH);
const faultsOf = (from: string, to: string): string => {
  expect(text).toContain(from);
  try {
    loadPolicyText(text.replace(from, to), 'p.yaml');
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

it.each([
  ['hysteresis:', 'hysterese:', /hysteresis: This part is missing\. Add it/],
  ['hysteresis:', 'hysterese:', /no such part: "hysterese"\. Correct the name/],
  [
    'unit: months',
    'unit: years',
    /^p\.yaml:\d+: graceMonths\.unit: This value does not fit\. Write months\.$/,
  ],
  ['tiers:\n', 'tiers: []\nnever:\n', /p\.yaml:\d+: tiers: .+ Correct it/],
])('%j written as %j: place, what is wrong, and a cure', (from, to, message) => {
  expect(faultsOf(from, to)).toMatch(message);
});
