import { describe, expect, it } from 'vitest';
import { annualise } from './annualise.ts';

/** Half of the year's business falls into May and June. */
const seasons = {
  garden: [1, 1, 2, 2, 5, 5, 1, 1, 1, 1, 0, 0],
  winter: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
};
const of = (season: string | undefined, month: string, history: number, cents = 100_000) =>
  annualise({ seasons }, season, { cents, month, history });

describe('annualising by a season (domain §4)', () => {
  it('divides by the share of the year that the months seen make', () => {
    // January to June make 16 of 20; July to December 4 of 20.
    expect(of('garden', '2026-06', 6)).toEqual({ cents: 125_000, annualised: true, season: 'garden' });
    expect(of('garden', '2026-12', 6)).toEqual({ cents: 500_000, annualised: true, season: 'garden' });
    // October to June reach over the turn of the year: 1 + 16 of 20.
    expect(of('garden', '2026-06', 9, 85_000).cents).toBe(100_000);
  });

  it('rounds once, half to even, and keeps the sign', () => {
    expect(of('garden', '2026-06', 6, 2).cents).toBe(2);
    expect(of('garden', '2026-06', 6, -100_000).cents).toBe(-125_000);
  });

  it('takes equal months without a season, or where the months seen weigh nothing', () => {
    expect(of(undefined, '2026-06', 6)).toEqual({ cents: 200_000, annualised: true, season: null });
    expect(of('winter', '2026-09', 7)).toEqual({ cents: 171_429, annualised: true, season: null });
  });

  it('reads neither less than six months as a year nor a year as more', () => {
    expect(of('garden', '2026-06', 5)).toEqual({ cents: 100_000, annualised: false, season: null });
    expect(of('garden', '2026-06', 12)).toEqual({ cents: 100_000, annualised: false, season: null });
  });
});
