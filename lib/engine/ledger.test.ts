import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budget } from '../../tests/budget.ts';
import { golden } from '../../tests/support/golden.ts';
import { groupUnits } from './groups.ts';
import { computeLedger, type LedgerUnit } from './ledger.ts';
import { whoFundsWhom } from './pair-view.ts';

/** Slow and obvious: exact fractions in BigInt, one left-over cent at a time (domain §9.1). */
function referenceLines(units: readonly LedgerUnit[]): Map<string, bigint> {
  const gain = units.filter(({ db3 }) => db3 > 0);
  const loss = units.filter(({ db3 }) => db3 < 0);
  const sum = (list: readonly LedgerUnit[]) => list.reduce((a, { db3 }) => a + BigInt(Math.abs(db3)), 0n);
  const transferred = sum(gain) < sum(loss) ? sum(gain) : sum(loss);
  const lines = new Map(units.map(({ id }) => [id, 0n]));
  for (const [side, sign] of [
    [gain, -1n],
    [loss, 1n],
  ] as const) {
    const whole = sum(side);
    if (whole === 0n) continue;
    const shares = side.map(({ id, db3 }) => {
      const weight = BigInt(Math.abs(db3));
      return { id, weight, part: (transferred * weight) / whole, rest: (transferred * weight) % whole };
    });
    let left = transferred - shares.reduce((a, { part }) => a + part, 0n);
    shares.sort((a, b) => {
      if (a.rest !== b.rest) return a.rest > b.rest ? -1 : 1;
      if (a.weight !== b.weight) return a.weight > b.weight ? -1 : 1;
      return a.id < b.id ? -1 : 1;
    });
    for (const share of shares) {
      const extra = left > 0n ? 1n : 0n;
      left -= extra;
      lines.set(share.id, sign * (share.part + extra));
    }
  }
  return lines;
}

const amount = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  fc.integer({ min: -(10 ** 13), max: 10 ** 13 }),
);
const portfolio = fc
  .array(amount, { maxLength: 25 })
  .map((amounts) => amounts.map((db3, i) => ({ id: `k${String((i * 11) % 25).padStart(2, '0')}`, db3 })));
const check = (property: (units: LedgerUnit[]) => void): void => {
  fc.assert(
    fc.property(portfolio, (units) => void property(units)),
    { numRuns: budget.propertyRuns },
  );
};

describe('the ledger (domain §9.3)', () => {
  it('equals the slow reference', () => {
    check((units) => {
      const lines = computeLedger(units).lines.map(({ id, line }) => [id, BigInt(line)]);
      expect(new Map(lines as [string, bigint][])).toEqual(referenceLines(units));
    });
  });

  it('is zero-sum; nobody pays more than there is or gets more than is missing', () => {
    check((units) => {
      const ledger = computeLedger(units);
      expect(ledger.lines.reduce((sum, { line }) => sum + line, 0)).toBe(0);
      expect(ledger.lines.reduce((sum, { retained }) => sum + retained, 0)).toBe(ledger.retained);
      expect(ledger.lines.reduce((sum, { uncovered }) => sum + uncovered, 0)).toBe(ledger.uncovered);
      expect(ledger.retained - ledger.uncovered).toBe(units.reduce((sum, { db3 }) => sum + db3, 0));
      for (const { db3, paid, received, line, retained, uncovered } of ledger.lines) {
        expect(paid).toBeGreaterThanOrEqual(0);
        expect(paid).toBeLessThanOrEqual(Math.max(0, db3));
        expect(received).toBeLessThanOrEqual(Math.max(0, -db3));
        expect(db3 + line).toBe(db3 > 0 ? retained : 0 - uncovered);
      }
    });
  });

  it('does not depend on the order of its input', () => {
    check((units) => expect(computeLedger(units.toReversed())).toEqual(computeLedger(units)));
  });

  it('merging two recipients leaves the totals, and the other lines too where the surplus suffices', () => {
    check((units) => {
      const [a, b] = units.filter(({ db3 }) => db3 < 0);
      fc.pre(a !== undefined && b !== undefined);
      const merged = units
        .filter((unit) => unit !== b)
        .map((u) => (u === a ? { ...u, db3: u.db3 + b!.db3 } : u));
      const before = computeLedger(units);
      const after = computeLedger(merged);
      expect([after.transferred, after.retained, after.uncovered]).toEqual([
        before.transferred,
        before.retained,
        before.uncovered,
      ]);
      if (before.uncovered > 0) return;
      const others = (lines: typeof before.lines) => lines.filter(({ id }) => id !== a!.id && id !== b!.id);
      expect(others(after.lines)).toEqual(others(before.lines));
    });
  });

  it('merging two funders moves any line by at most a cent', () => {
    check((units) => {
      const [a, b] = units.filter(({ db3 }) => db3 > 0);
      fc.pre(a !== undefined && b !== undefined);
      const merged = units
        .filter((unit) => unit !== b)
        .map((u) => (u === a ? { ...u, db3: u.db3 + b!.db3 } : u));
      const before = new Map(computeLedger(units).lines.map(({ id, line }) => [id, line]));
      for (const { id, line } of computeLedger(merged).lines) {
        const was = id === a!.id ? before.get(id)! + before.get(b!.id)! : before.get(id)!;
        expect(Math.abs(line - was)).toBeLessThanOrEqual(1);
      }
    });
  });

  it('a larger own surplus never lowers the own payment', () => {
    fc.assert(
      fc.property(portfolio, fc.integer({ min: 1, max: 1_000 }), (units, more) => {
        const funder = units.find(({ db3 }) => db3 > 0);
        fc.pre(funder !== undefined);
        const raised = units.map((u) => (u === funder ? { ...u, db3: u.db3 + more } : u));
        const paid = (list: readonly LedgerUnit[]) =>
          computeLedger(list).lines.find(({ id }) => id === funder!.id)!.paid;
        expect(paid(raised)).toBeGreaterThanOrEqual(paid(units));
      }),
      { numRuns: budget.propertyRuns },
    );
  });

  it('one cent more of deficit lowers a payment by at most one cent', () => {
    check((units) => {
      const recipient = units.find(({ db3 }) => db3 < 0);
      fc.pre(recipient !== undefined);
      const deeper = units.map((u) => (u === recipient ? { ...u, db3: u.db3 - 1 } : u));
      const before = computeLedger(units);
      for (const [i, { paid }] of computeLedger(deeper).lines.entries()) {
        expect(paid).toBeGreaterThanOrEqual(before.lines[i]!.paid - 1);
      }
    });
  });
});

describe('who funds whom (domain §9.4)', () => {
  it('has exact margins and no negative pair', () => {
    check((units) => {
      const ledger = computeLedger(units);
      const given = new Map<string, number>();
      for (const { recipient, from } of whoFundsWhom(ledger)) {
        const line = ledger.lines.find(({ id }) => id === recipient)!;
        expect(from.reduce((sum, { cents }) => sum + cents, 0)).toBe(line.received);
        for (const { funder, cents } of from) {
          expect(cents).toBeGreaterThanOrEqual(0);
          given.set(funder, (given.get(funder) ?? 0) + cents);
        }
      }
      if (given.size === 0) return;
      for (const { id, paid } of ledger.lines) expect(given.get(id) ?? 0).toBe(paid);
    });
  });
});

it('without surplus or without deficit the ledger is zero and the ratio says so', () => {
  expect(computeLedger([{ id: 'a', db3: -5 }])).toMatchObject({ subsidyRatio: null, uncovered: 5 });
  expect(computeLedger([{ id: 'a', db3: 5 }])).toMatchObject({ subsidyRatio: '0.000000', retained: 5 });
  expect(computeLedger([])).toMatchObject({ surplus: 0, deficit: 0, subsidyRatio: null, lines: [] });
});

it('a group nets inside itself: surplus and deficit fall by the same', () => {
  const accounts = golden<{
    rows: Record<string, { db3: number }>;
    accounts: Record<string, { parent?: string }>;
  }>('P2');
  const units = Object.entries(accounts.rows).map(([id, { db3 }]) => ({
    id,
    parent: accounts.accounts[id]?.parent ?? null,
    db3,
  }));
  const alone = computeLedger(units);
  const grouped = computeLedger(groupUnits(units), 'group');
  expect(alone.surplus - grouped.surplus).toBe(90_000);
  expect(alone.deficit - grouped.deficit).toBe(90_000);
});
