import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { golden } from '../../tests/support/golden.ts';
import { parseCents, parseFraction } from '../util/fraction.ts';
import { appraiseCase } from './development-case.ts';
import { minimumRevenues, prospectGate } from './gate.ts';

interface Gate {
  minRevenue: {
    db2Margin: string;
    level: string;
    packageCents: number;
    minRevenueBlackZero: number;
    minRevenuePolicyHalf: number;
  }[];
  prospects: {
    expectedNetRevenue: number;
    db2Margin: string;
    db2: number;
    wanted: string;
    fundableLimit: number;
    decision: string;
  }[];
  developmentCase: { flowsCents: number[]; rate: string; cumulativeDiscountedEUR: Record<string, string[]> };
}
const gate = golden<Gate>('gate');
const { policy } = loadPolicy();

it.each(gate.minRevenue)('$level at margin $db2Margin', (row) => {
  const found = minimumRevenues(policy, parseFraction(row.db2Margin)).find(
    ({ level }) => level === row.level,
  );
  expect(found).toEqual({
    level: row.level,
    packageCost: row.packageCents,
    withinShare: row.minRevenuePolicyHalf,
    atBlackZero: row.minRevenueBlackZero,
  });
});

it.each(gate.prospects)('$expectedNetRevenue and $wanted: $decision', (row) => {
  const answer = prospectGate(policy, {
    expectedNet: row.expectedNetRevenue,
    margin: parseFraction(row.db2Margin),
    wantedLevel: row.wanted,
    caseApproved: false,
  });
  const [decision, level = row.decision === 'ACCEPT' ? row.wanted : null] = row.decision.split(':');
  expect(answer).toEqual({ decision, level, db2: row.db2, fundableLimit: row.fundableLimit });
});

it('an approved case turns a decline into an investment', () => {
  const prospect = { expectedNet: 10_000, margin: { n: 18, d: 100 }, wantedLevel: 'BASIS' };
  expect(prospectGate(policy, { ...prospect, caseApproved: true })).toMatchObject({
    decision: 'ACCEPT_AS_INVESTMENT',
    level: 'BASIS',
  });
});

it.each([0, -1])('with a margin of %i no revenue is enough', (n) => {
  for (const row of minimumRevenues(policy, { n, d: 100 })) {
    expect([row.withinShare, row.atBlackZero]).toEqual([null, null]);
  }
});

describe('development case (domain §12.2)', () => {
  const { flowsCents, rate, cumulativeDiscountedEUR } = gate.developmentCase;
  it.each(Object.entries(cumulativeDiscountedEUR))('%s', (name, euros) => {
    const appraisal = appraiseCase({
      flows: flowsCents,
      successProbability: parseFraction(name.replace('p=', '')),
      discountRate: parseFraction(rate),
    });
    expect(appraisal.cumulated).toEqual(euros.map(parseCents));
    expect(appraisal.approve).toBe(!euros.at(-1)!.startsWith('-'));
  });
});
