import { expect, it } from 'vitest';
import { printLedger } from '../../api/assess/terse-output.ts';
import { TersePortfolio, terseToAccounts } from '../../api/assess/terse-portfolio.ts';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { account, month } from '../../tests/support/accounts.ts';
import { golden } from '../../tests/support/golden.ts';
import { parseFraction } from '../util/fraction.ts';
import { assessPortfolio } from './assess-portfolio.ts';
import { computeLedger } from './ledger.ts';
import { netTransfers, type ReferralCredit, referralBookings } from './referral.ts';
import { snapshotRow } from './snapshot.ts';

interface Referral {
  transfers: { referrer: string; referred: string; share: string; basisDb2: number; creditCents: number }[];
  adjustedDb3: Record<string, number>;
  ledger: object;
}
const expected = golden<Referral>('referral');
const { policy } = loadPolicy();
const rows = terseToAccounts(TersePortfolio.parse(golden('P3'))).map((a) => snapshotRow(policy, a));
const referralTransfers = (given: readonly ReferralCredit[], of: (id: string) => number) =>
  netTransfers(referralBookings(given, of));
const db2Of = (id: string): number => rows.find((row) => row.id === id)!.db2;
const credits = expected.transfers.map(({ referrer, referred, share }) => ({
  referrer,
  referred,
  share: parseFraction(share),
}));

it('moves DB III from the referred to the referrer, the sum unchanged', () => {
  const transfers = referralTransfers(credits, db2Of);
  const adjusted = rows.map(({ id, db3 }) => ({ id, db3: db3 + (transfers.get(id) ?? 0) }));
  expect(Object.fromEntries(adjusted.map(({ id, db3 }) => [id, db3]))).toEqual(expected.adjustedDb3);
  expect(printLedger(computeLedger(adjusted))).toEqual(expected.ledger);
  expect([...transfers.values()].reduce((a, b) => a + b, 0)).toBe(0);
});

it('gives away at most all of a referred account, and nothing of a loss', () => {
  const share = { n: 2, d: 3 };
  const transfers = referralTransfers(
    [
      { referrer: 'a', referred: 'x', share },
      { referrer: 'b', referred: 'x', share },
      { referrer: 'a', referred: 'loss', share },
    ],
    (id) => (id === 'x' ? 300 : -500),
  );
  expect(Object.fromEntries(transfers)).toEqual({ a: 200, b: 100, x: -300, loss: 0 });
});

it('cycles are harmless: one hop, on DB II before any transfer', () => {
  const tenth = { n: 1, d: 10 };
  const transfers = referralTransfers(
    [
      { referrer: 'a', referred: 'b', share: tenth },
      { referrer: 'b', referred: 'a', share: tenth },
    ],
    () => 1_000,
  );
  expect(Object.fromEntries(transfers)).toEqual({ a: 0, b: 0 });
});

it('in a portfolio the credit ends after its months', () => {
  const referrals = [{ referred: 'new', share: { n: 1, d: 10 }, start: '2026-01', months: 6 }];
  const accounts = [
    account('new', { months: [month(policy, '2026-01', 100_000)] }),
    account('old', { referrals }),
  ];
  const db3At = (asOf: string) => assessPortfolio(policy, accounts, { asOf }).accounts.map(({ db3 }) => db3);
  expect(db3At('2026-06')).toEqual([90_000, 10_000]);
  expect(db3At('2026-07')).toEqual([100_000, 0]);
});

it('who is credited enough is a multiplier, by rule and for as long as the credit runs', () => {
  const referrals = [{ referred: 'new', share: { n: 1, d: 10 }, start: '2026-01', months: 6 }];
  const accounts = [
    account('new', { since: '2015-01', months: [month(policy, '2026-01', 2_000_000, [['call', 1]])] }),
    account('old', {
      since: '2015-01',
      referrals,
      months: [month(policy, '2026-01', 400_000, [['call', 1]])],
    }),
  ];
  const judged = (multiplierCredit: number | undefined, asOf: string) => {
    const rules = multiplierCredit === undefined ? {} : { multiplierCredit };
    const { multiplierCredit: _, ...plain } = policy;
    return assessPortfolio({ ...plain, ...rules }, accounts, { asOf }).accounts[1]!;
  };
  expect(judged(200_000, '2026-06')).toMatchObject({ multiplier: true, tierReason: { lift: 'multiplier' } });
  expect(judged(200_001, '2026-06')).toMatchObject({ multiplier: false, tierReason: { lift: 'none' } });
  expect(judged(200_000, '2026-07').multiplier).toBe(false);
  expect(judged(undefined, '2026-06').multiplier).toBe(false);
});
