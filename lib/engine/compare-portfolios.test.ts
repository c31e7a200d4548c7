import { expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { account, month } from '../../tests/support/accounts.ts';
import { assessPortfolio } from './assess-portfolio.ts';
import { comparePortfolios } from './compare-portfolios.ts';

const { policy } = loadPolicy();
const asOf = '2026-10';
const accounts = [
  account('a', { since: '2015-01', months: [month(policy, asOf, 1_900_000, [['visit', 2]])] }),
  account('b', { since: '2015-01', months: [month(policy, asOf, 500_000, [['visit', 2]])] }),
  account('c', { since: '2015-01', months: [month(policy, asOf, 0, [['visit', 1]])] }),
];
const before = assessPortfolio(policy, accounts, { asOf });

it('nothing changes where nothing was changed', () => {
  expect(comparePortfolios(before, before)).toMatchObject({
    accounts: 3,
    tiers: [],
    levels: [],
    states: [],
    lines: { count: 0, cents: 0 },
  });
});

it('a lower threshold moves those it reaches, and the load with them', () => {
  const lower = { ...policy, version: '1.1.0', yield: { ...policy.yield, high: 1_500_000 } };
  const found = comparePortfolios(before, assessPortfolio(lower, accounts, { asOf }));
  expect(found.tiers).toEqual([{ from: 'B', to: 'A', count: 1, db3: 1_846_000, ids: ['a'] }]);
  expect(found.levels).toEqual([{ from: 'KOMFORT', to: 'EXKLUSIV', count: 1, db3: 1_846_000, ids: ['a'] }]);
  expect(found.after.promisedMinutes.field! - found.before.promisedMinutes.field!).toBe(2_160 - 720);
  expect(found.after.promisedCost - found.before.promisedCost).toBe(360_000 - 126_000);
  expect([found.before.version, found.after.version]).toEqual(['1.0.0', '1.1.0']);
});

it('a wider tolerance changes a state, never the ledger', () => {
  const wide = { ...policy, toleranceAbs: 30_000 };
  const found = comparePortfolios(before, assessPortfolio(wide, accounts, { asOf }));
  expect(found.states).toEqual([{ from: 'WATCH', to: 'BLACK_ZERO', count: 1, db3: -27_000, ids: ['c'] }]);
  expect(found.lines).toEqual({ count: 0, cents: 0 });
  expect(found.after.ledger).toEqual(found.before.ledger);
});

it('different accounts are no comparison', () => {
  const other = assessPortfolio(policy, accounts.slice(1), { asOf });
  expect(() => comparePortfolios(before, other)).toThrow(/same accounts/);
});
