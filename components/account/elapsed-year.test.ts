import { describe, expect, it } from 'vitest';
import { elapsedYear } from './elapsed-year.ts';

describe('elapsedYear', () => {
  it.each([
    [2026, '2026-01-01T00:00:00', 0],
    [2026, '2026-11-17T12:00:00', 320 / 365],
    [2024, '2024-12-31T23:59:00', 365 / 366],
    [2025, '2026-02-01T00:00:00', 1],
    [2027, '2026-12-31T00:00:00', 0],
  ])('%i at %s is %d', (year, now, share) => {
    expect(elapsedYear(year, new Date(now))).toBeCloseTo(share, 10);
  });
});
