import { expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { account, month } from '../../tests/support/accounts.ts';
import { addMonths } from '../util/month.ts';
import { assessPortfolio } from './assess-portfolio.ts';
import { settledLimits } from './settled-limits.ts';

const { policy } = loadPolicy();
/** A best customer without visits and a small one that is visited all the time, up to a month. */
function portfolio(crowdedUntil: string) {
  const months = Array.from({ length: 36 }, (_, i) => addMonths('2026-10', i - 35));
  return [
    account('best', {
      since: '2015-01',
      months: months.map((at) => month(policy, at, 1_000_000, [['visit', at <= crowdedUntil ? 0 : 1]])),
    }),
    account('small', {
      since: '2015-01',
      months: months.map((at) => month(policy, at, 1_000, at <= crowdedUntil ? [['visit', 2]] : [])),
    }),
  ];
}
function settled(crowdedUntil: string, asOf: string) {
  const accounts = portfolio(crowdedUntil);
  const now = assessPortfolio(policy, accounts, { asOf });
  const { limits, readings } = settledLimits(policy, accounts, { asOf }, now);
  const alarm = (list: readonly { limit: string; pool: string | null; alarm: string }[]) =>
    list.find(({ limit, pool }) => limit === 'L1' && pool === 'field')?.alarm;
  return { raw: alarm(now.limits), shown: alarm(limits), months: readings.map(({ month: at }) => at) };
}

it('reads the quarters counted back from the as-of month', () => {
  expect(settled('2026-10', '2026-10').months).toEqual(['2026-01', '2026-04', '2026-07', '2026-10']);
});

it('one bad evaluation after the first facts is none yet; two of three are', () => {
  expect(settled('2026-10', '2023-12')).toMatchObject({ raw: 'red', shown: 'green', months: ['2023-12'] });
  expect(settled('2026-10', '2026-10')).toMatchObject({ raw: 'red', shown: 'red' });
});

it('facts after a month do not change what was settled then', () => {
  expect(settled('2025-06', '2025-06')).toEqual(settled('2026-10', '2025-06'));
});
