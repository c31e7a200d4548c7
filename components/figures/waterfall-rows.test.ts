import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyRow } from '../../tests/gallery/fixtures.ts';
import { breakEvenLines, waterfallRows, waterfallSpan } from './waterfall-rows.ts';

const plain = moneyRow();
const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });

describe('waterfallRows', () => {
  it('leads from net to DB III without a gap', () => {
    fc.assert(
      fc.property(cents, cents, cents, cents, (net, db1, db2, db3) => {
        const rows = waterfallRows({ ...plain, net, db1, db2, db3 });
        const steps = rows.filter((row) => row.kind === 'step').reduce((sum, row) => sum + row.amount, 0);
        expect(net + steps).toBe(db3);
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1];
          if (next) expect(next.kind === 'step' ? next.from : next.to).toBe(row.to);
        }
      }),
    );
  });

  it('leads on to the result after the share of general costs where the policy names one', () => {
    expect(waterfallRows(plain).at(-1)?.key).toBe('db3');
    const rows = waterfallRows(moneyRow({ db3: 30_000, overhead: 12_000 }));
    expect(rows.slice(-2)).toEqual([
      { key: 'overhead', kind: 'step', amount: -12_000, from: 30_000, to: 18_000 },
      { key: 'result', kind: 'total', amount: 18_000, from: 0, to: 18_000 },
    ]);
  });

  it('has a second line of break-even, and says which one is judged', () => {
    expect(breakEvenLines(plain)).toEqual([{ level: 'DB3', cents: 0, judged: true }]);
    expect(breakEvenLines(moneyRow({ overhead: 12_000, breakEven: 'NET' }))).toEqual([
      { level: 'DB3', cents: 0, judged: false },
      { level: 'NET', cents: 12_000, judged: true },
    ]);
  });

  it('draws everything on a scale that contains zero', () => {
    fc.assert(
      fc.property(cents, cents, fc.option(cents), (net, db3, low) => {
        const rows = waterfallRows(moneyRow({ net, db3 }));
        const { min, max } = waterfallSpan(rows, [low]);
        expect(min).toBeLessThanOrEqual(0);
        expect(max).toBeGreaterThanOrEqual(0);
        expect(max).toBeGreaterThan(min);
        for (const row of rows) {
          for (const end of [row.from, row.to]) {
            expect(end).toBeGreaterThanOrEqual(min);
            expect(end).toBeLessThanOrEqual(max);
          }
        }
      }),
    );
  });
});
