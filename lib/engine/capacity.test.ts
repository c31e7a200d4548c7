import { describe, expect, it } from 'vitest';
import { golden } from '../../tests/support/golden.ts';
import { parseFraction } from '../util/fraction.ts';
import { proposeThresholds } from './calibration.ts';
import { capacityRate, capacityUse, practicalMinutes } from './capacity.ts';
import { costOfMinutes } from './cost-to-serve.ts';
import { activityMinutes, splitGroupMinutes } from './time-equation.ts';

interface Capacity {
  rates: Record<string, number>;
  capacity: Record<string, { annualCostCents: number; theoreticalHours: number; practicalFactor: string }>;
}
const { rates, capacity } = golden<Capacity>('policy');

it.each(Object.keys(capacity))(
  'the rate of %s follows from cost and practical hours (domain §5.1)',
  (pool) => {
    const { annualCostCents, theoreticalHours, practicalFactor } = capacity[pool]!;
    const practical = practicalMinutes(theoreticalHours, parseFraction(practicalFactor));
    expect(practical).toBe(1_408 * 60);
    expect(capacityRate(annualCostCents, practical)).toBe(rates[pool]);
  },
);

it('unused capacity is its own line; more than practical is overtime', () => {
  expect(capacityUse(12_672_000, 84_480, 84_480)).toEqual({ unusedCost: 0, overtime: false });
  expect(capacityUse(12_672_000, 84_480, 42_240)).toEqual({ unusedCost: 6_336_000, overtime: false });
  expect(capacityUse(12_672_000, 84_480, 84_481).overtime).toBe(true);
  expect(() => capacityRate(1, 0)).toThrow(/no rate/);
});

it.each([
  [1, 30, 0],
  [1, 90, 2],
  [7, 4_500, 525],
  [1, 9_000, 150],
])('%i minutes at %i cents an hour cost %i, half to even', (minutes, rate, cost) => {
  expect(costOfMinutes(minutes, rate)).toBe(cost);
});

describe('time equation (domain §5.2)', () => {
  const visit = { base: 120, drivers: [{ minutesEach: 30, amount: 2 }], measured: 200 };
  it.each([
    ['measured', 200],
    ['standard', 180],
    ['max', 200],
  ] as const)('%s: %i minutes', (rule, minutes) => expect(activityMinutes(visit, rule)).toBe(minutes));
  it('nothing measured: the standard counts', () => {
    expect(activityMinutes({ ...visit, measured: null }, 'measured')).toBe(180);
  });
  it('a group event adds up to its minutes', () => {
    expect(Object.fromEntries(splitGroupMinutes(100, ['b', 'a', 'c']))).toEqual({ a: 34, b: 33, c: 33 });
  });
});

describe('calibration by a Pareto cut (domain §6.1)', () => {
  it('the account that crosses the line belongs to the upper class', () => {
    expect(proposeThresholds([500, 200, 150, 100, 50, -900])).toEqual({ high: 150, medium: 100 });
  });
  it('nobody earns anything: no proposal', () => expect(proposeThresholds([0, -5])).toBeNull());
});
