import { expect, it } from 'vitest';
import { TersePortfolio, terseToAccounts } from '../../api/assess/terse-portfolio.ts';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { golden } from '../../tests/support/golden.ts';
import { byrnesMap } from './byrnes-map.ts';
import { focusShare } from './focus-share.ts';
import { levelIndex } from './level.ts';
import { livedTier } from './lived-tier.ts';
import { misallocationIndex } from './misallocation.ts';
import { policyTables } from './policy-tables.ts';
import { routeRequest } from './routing.ts';
import { snapshotRow } from './snapshot.ts';
import { equalCare, withheldCare, yieldShareCare } from './withheld-care.ts';
import { yearEndStatement } from './year-end-statement.ts';

const { policy } = loadPolicy();
const rows = terseToAccounts(TersePortfolio.parse(golden('P3'))).map((account) =>
  snapshotRow(policy, account),
);
const field = rows.map(({ id, db2, minutes }) => ({ id, db2, delivered: minutes.field ?? 0 }));

it('misallocation: 0.3658 as delivered, 0.5486 if all had the same (domain §10.4)', () => {
  expect(misallocationIndex(yieldShareCare(field, 9_000)!)).toBe('0.3658');
  expect(misallocationIndex(equalCare(field, 9_000)!)).toBe('0.5486');
});

it('the map is a partition by size and black zero (domain §11)', () => {
  expect(Object.fromEntries(byrnesMap(rows))).toEqual({
    'A1-Atlas': 'peak',
    'A2-Bora': 'peak',
    'B1-Cirrus': 'desert',
    'C1-Delta': 'minefield',
    'C2-Echo': 'minefield',
    'Z1-Fuchs': 'minefield',
  });
});

it('a large account below the black zero is a drain', () => {
  const map = byrnesMap([{ id: 'a', net: 100, db3: -5, tolerance: 4 }]);
  expect(map.get('a')).toBe('drain');
});

it('the lived tier is what the care delivered would have paid for', () => {
  const lived = Object.fromEntries(rows.map((row) => [row.id, livedTier(policy, row)]));
  expect(lived['A1-Atlas']).toEqual({ level: 'KOMFORT', tier: 'B', drift: -1 });
  expect(lived['C1-Delta']).toEqual({ level: 'KOMFORT', tier: 'B', drift: 1 });
  expect(lived['Z1-Fuchs']).toEqual({ level: 'BASIS', tier: 'C', drift: 1 });
});

it('focus share: minutes of those who make the first 80 % of the surplus', () => {
  const focus = rows.map(({ id, db3, minutes }) => ({ id, db3, minutes: minutes.field ?? 0 }));
  expect(focusShare(focus)).toBe('0.5161');
  expect(focusShare([])).toBeNull();
});

it('the year-end statement adds up to 0.00 and names groups, not debtors', () => {
  const pools = new Map(
    policyTables(policy).pools.map((pool) => {
      const shares = rows.map((row) => ({
        id: row.id,
        delivered: row.minutes[pool] ?? 0,
        entitled: policyTables(policy).levelMinutes[levelIndex(policy, row.level)]![pool] ?? 0,
      }));
      return [pool, withheldCare(shares, policy.rates[pool]!)] as const;
    }),
  );
  const statement = yearEndStatement(policy, pools, (id) => rows.find((row) => row.id === id)!.tier);
  expect(statement.sum).toBe(0);
  expect(statement.creditors[0]).toEqual({
    id: 'A1-Atlas',
    cents: 148_500,
    positions: [
      {
        pool: 'field',
        entitledMinutes: 2_160,
        deliveredMinutes: 1_260,
        withheldMinutes: 900,
        cents: 135_000,
        equivalent: { type: 'visit', count: 5 },
        receivers: [
          { tier: 'C', cents: 122_728 },
          { tier: 'Z', cents: 12_272 },
        ],
      },
      {
        pool: 'inside',
        entitledMinutes: 480,
        deliveredMinutes: 300,
        withheldMinutes: 180,
        cents: 13_500,
        equivalent: { type: 'video', count: 4 },
        receivers: [
          { tier: 'A', cents: 844 },
          { tier: 'C', cents: 8_859 },
          { tier: 'Z', cents: 3_797 },
        ],
      },
    ],
  });
  for (const { cents, positions } of statement.creditors) {
    const received = positions.flatMap(({ receivers }) => receivers);
    expect(received.reduce((sum, part) => sum + part.cents, 0)).toBe(cents);
  }
  for (const { tier, cents } of statement.debtors) {
    const parts = statement.creditors.flatMap(({ positions }) => positions.flatMap((p) => p.receivers));
    expect(parts.reduce((sum, part) => sum + (part.tier === tier ? part.cents : 0), 0)).toBe(cents);
  }
  expect(statement.debtors).toEqual([
    { tier: 'A', accounts: 1, cents: 844 },
    { tier: 'C', accounts: 2, cents: 205_223 },
    { tier: 'Z', accounts: 1, cents: 23_433 },
  ]);
});

it('complaints reach the owner whatever the level says (domain §7.3)', () => {
  const routing = { verb: 'serve', reason: 'level-inside' } as const;
  expect(routeRequest(policy, routing, 'order')).toBe('serve');
  expect(routeRequest(policy, routing, 'complaint')).toBe('through');
});
