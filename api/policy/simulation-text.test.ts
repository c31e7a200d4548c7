import { expect, it } from 'vitest';
import type { WhaleCurve } from '../../lib/engine/assessment.ts';
import type { Comparison, Side } from '../../lib/engine/compare-portfolios.ts';
import { whaleCurve } from '../../lib/engine/whale-curve.ts';
import { simulationText } from './simulation-text.ts';

const curveOf = (db3: readonly number[]): WhaleCurve =>
  whaleCurve(db3.map((cents, i) => ({ id: String(i), db3: cents })) as Parameters<typeof whaleCurve>[0]);
const side = (version: string, curve: WhaleCurve) =>
  ({
    version,
    ledger: { surplus: 0, deficit: 0, subsidyRatio: null },
    whaleCurve: curve,
    promisedCost: 0,
    promisedMinutes: {},
  }) as unknown as Side;

it('shows the whale curve before and after at shares of the accounts', () => {
  const was = curveOf([500_00, 300_00, 100_00, -200_00, -300_00]);
  const is = curveOf([500_00, 300_00, 100_00, 0, -100_00]);
  const comparison: Comparison = {
    accounts: 5,
    tiers: [],
    levels: [],
    states: [],
    lines: { count: 0, cents: 0 },
    before: side('1.0.0', was),
    after: side('1.1.0', is),
  };
  const text = simulationText([{ ...comparison, asOf: '2026-02' }], 'EUR');
  const table = text.split('\n').filter((line) => / % {2}/.test(line));
  expect(table.map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
    '10 % 500.00 EUR 500.00 EUR',
    '20 % 500.00 EUR 500.00 EUR',
    '40 % 800.00 EUR 800.00 EUR',
    '60 % 900.00 EUR 900.00 EUR',
    '80 % 700.00 EUR 900.00 EUR',
    '100 % 400.00 EUR 800.00 EUR',
  ]);
  expect(new Set(table.map((line) => line.length)).size).toBe(1);
});
