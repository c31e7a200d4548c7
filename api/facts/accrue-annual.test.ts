import { describe, expect, it } from 'vitest';
import { accrueAnnual } from './accrue-annual.ts';

const month = (name: string, gross: number, annual = 0) => ({ month: name, gross, annual });
const year = (name: string, gross: readonly number[], annual: number) =>
  gross.map((cents, i) => month(`${name}-${String(i + 1).padStart(2, '0')}`, cents, i === 11 ? annual : 0));
const sum = (moved: ReadonlyMap<string, number>) => [...moved.values()].reduce((a, b) => a + b, 0);

/** Rows of the edge-case table about the annual bonus (domain §15). */
describe('annual bonus booked in December', () => {
  it('is borne by the months of its year by their revenue, to the cent', () => {
    const moved = accrueAnnual(
      [month('2025-03', 100), month('2025-08', 100), month('2025-12', 100, 200)],
      '2025-12',
    );
    // 66.6… each: two largest remainders by id of the month; December gives up its 200.
    expect([...moved].sort()).toEqual([
      ['2025-03', 67],
      ['2025-08', 67],
      ['2025-12', 66 - 200],
    ]);
  });

  it('leaves the sum of a full calendar year as booked', () => {
    const gross = [7, 0, 12_345, 1, 99, 4_711, 0, 3, 88_888, 5, 17, 2];
    for (const annual of [1, 11, 100_003, -77]) {
      expect(sum(accrueAnnual(year('2025', gross, annual), '2025-12'))).toBe(0);
    }
  });

  it('accrues an open year by the share of the year before, up to the month judged', () => {
    // 5 % of the revenue of 2025.
    const months = [month('2025-12', 200_000, 10_000), month('2026-01', 30_010), month('2026-02', 50_000)];
    const moved = accrueAnnual(months, '2026-01');
    // 1,500.5 cents to the even one.
    expect([...moved]).toEqual([
      ['2025-12', 0],
      ['2026-01', 1_500],
    ]);
  });

  it('is trued up in December: what was booked takes the place of what was expected', () => {
    const months = [
      month('2025-12', 200_000, 10_000),
      month('2026-06', 30_000),
      month('2026-12', 10_000, 4_000),
    ];
    expect(accrueAnnual(months, '2026-11').get('2026-06')).toBe(1_500);
    const booked = accrueAnnual(months, '2026-12');
    expect([booked.get('2026-06'), booked.get('2026-12')]).toEqual([3_000, 1_000 - 4_000]);
  });

  it('expects nothing in the first year, nor after a year without a bonus', () => {
    expect(accrueAnnual([month('2026-01', 500)], '2026-01')).toEqual(new Map());
    const months = [month('2024-12', 500, 50), month('2025-05', 500), month('2026-01', 500)];
    expect(accrueAnnual(months, '2026-01').get('2026-01')).toBeUndefined();
  });

  it('stays where it is booked without revenue, and outside December', () => {
    expect(accrueAnnual([month('2025-12', -300, 40)], '2025-12')).toEqual(new Map());
    expect(accrueAnnual([month('2025-06', 300, 40)], '2025-12')).toEqual(new Map());
  });

  it('does not depend on the order of the rows', () => {
    const rows = [...year('2025', [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 100), month('2026-01', 50)];
    const forth = accrueAnnual(rows, '2026-01');
    const back = accrueAnnual([...rows].reverse(), '2026-01');
    expect([...back].sort()).toEqual([...forth].sort());
  });
});
