import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY_PATH } from '../policy/load-policy.ts';
import { decide } from './prospect.ts';

const ask = (revenue: string, margin: string, level: string) =>
  decide({ revenue, margin, level, policy: DEFAULT_POLICY_PATH });

describe('prospect', () => {
  it.each([
    ['14000.00', '18 %', 'KOMFORT', 'ACCEPT', 'KOMFORT'],
    ['3000.00', '0.18', 'KOMFORT', 'ACCEPT_WITH_PACKAGE', 'BASIS'],
    ['200.00', '0.18', 'BASIS', 'ACCEPT_AT_BLACK_ZERO', 'SELF'],
    ['100.00', '0.18', 'BASIS', 'DECLINE_OR_SELF_SERVICE', null],
    ['39999.00', '9/50', 'EXKLUSIV', 'ACCEPT_WITH_PACKAGE', 'KOMFORT'],
    ['39999.00', '-0.05', 'EXKLUSIV', 'DECLINE_OR_SELF_SERVICE', null],
  ])('%s at %s wanting %s: %s', (revenue, margin, wanted, decision, level) => {
    expect(ask(revenue, margin, wanted)).toMatchObject({ decision, level });
  });

  it('names the least revenue per package, or that none is enough', () => {
    const least = (margin: string) =>
      ask('1.00', margin, 'SELF').minimumRevenues.map(({ withinShare }) => withinShare);
    expect(least('0.18')).toEqual([25_000, 100_000, 1_400_000, 4_000_000]);
    expect(least('-0.05')).toEqual([null, null, null, null]);
  });

  it.each([
    ['14.000,00', '0.18', 'BASIS', /no amount/],
    ['14000', 'much', 'BASIS', /no share/],
    ['14000', '0.18', 'GOLD', /known: SELF, BASIS/],
  ])('%s, %s, %s is refused with a cure', (revenue, margin, level, message) => {
    expect(() => ask(revenue, margin, level)).toThrow(message);
  });
});
