import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { account, month } from '../../tests/support/accounts.ts';
import { randomPortfolio } from '../../tests/support/random-portfolio.ts';
import { assessPortfolio } from './assess-portfolio.ts';
import { explainAccount } from './explain/explain-account.ts';
import { sentenceOf } from './explain/sentence.ts';
import { overheadShare } from './overhead.ts';
import type { Policy } from './types.ts';

const asOf = '2026-10';
const { overhead: _, ...preset } = loadPolicy().policy;
const overhead = { perAccount: 12_000, perCareHour: 1_000 };
const net: Policy = { ...preset, breakEvenLevel: 'NET', overhead };

describe('share of structural costs', () => {
  it('a fixed amount by month and one by hour of care, half to even', () => {
    expect(overheadShare({ overhead }, 12, { field: 90, inside: 30 })).toBe(12_000 + 2_000);
    expect(overheadShare({ overhead }, 5, {})).toBe(5_000);
    expect(overheadShare({ overhead: { perAccount: 18, perCareHour: 0 } }, 1, {})).toBe(2);
    expect(overheadShare({}, 12, { field: 600 })).toBe(0);
  });
});

describe('where the black zero lies', () => {
  // DB III 100.00; a visit is 180 minutes: 120.00 + 30.00 of structural costs.
  const small = account('a', { since: '2015-01', months: [month(preset, asOf, 37_000, [['visit', 1]])] });
  const rich = account('b', { since: '2015-01', months: [month(preset, asOf, 9_000_000, [['visit', 1]])] });
  const ballast = account('~', { since: '2015-01', months: [month(preset, '2024-11', 1, [['call', 1]])] });
  const judged = (policy: Policy) => assessPortfolio(policy, [small, rich, ballast], { asOf }).accounts[0]!;

  it('at DB III the share is told and not judged', () => {
    const told = judged({ ...preset, overhead });
    expect(told).toMatchObject({ db3: 10_000, overhead: 15_000, balance: 10_000, position: 'BLACK_ZERO' });
    expect(told.ledgerLine).toBeLessThanOrEqual(0);
    expect(judged(preset)).toMatchObject({ overhead: 0, balance: 10_000 });
  });

  it('at NET it is judged and booked', () => {
    const found = judged({ ...net, toleranceAbs: 0, toleranceRel: { n: 0, d: 1 } });
    expect(found).toMatchObject({ db3: 10_000, balance: -5_000, position: 'SUBSIDISED', ledgerLine: 5_000 });
    const [, , position] = explainAccount(net, judged(net), { asOf, money: true });
    expect(sentenceOf(position!, { language: 'en', currency: 'EUR', money: true })).toBe(
      'With its share of general costs −€50.00 is left after care; that is at break-even (margin of error €100.00).',
    );
  });

  it('the ledger stays zero-sum and its total is DB III less all shares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
        const { accounts, ledger } = assessPortfolio(net, randomPortfolio(net, seed, 40, asOf), { asOf });
        expect(ledger.lines.reduce((sum, { line }) => sum + line, 0)).toBe(0);
        const left = accounts.reduce((sum, { db3, overhead: share }) => sum + db3 - share, 0);
        expect(ledger.surplus - ledger.deficit).toBe(left);
        for (const { position, balance, tolerance } of accounts) {
          expect(position === 'FUNDER').toBe(balance > tolerance);
        }
      }),
      { numRuns: 20 },
    );
  });
});
