import { describe, expect, it } from 'vitest';
import { levelChange } from './level-change.ts';

const quarters = (...levels: string[]) =>
  levels.map((level, i) => ({ month: `2026-${String(3 * (i + 1)).padStart(2, '0')}`, level }));
const change = (levels: string[], assignedLevel: string, assigned: { from: string; level: string }[] = []) =>
  levelChange({ history: quarters(...levels), assignedLevel }, assigned);

describe('a change of the package', () => {
  it('comes with the suggestion where nothing was assigned', () => {
    expect(change(['KOMFORT', 'KOMFORT', 'BASIS'], 'BASIS')).toEqual({ from: 'KOMFORT', month: '2026-09' });
    expect(change(['KOMFORT', 'BASIS', 'BASIS'], 'BASIS')).toEqual({ from: 'KOMFORT', month: '2026-06' });
    expect(change(['BASIS', 'BASIS'], 'BASIS')).toBeNull();
  });

  it('is no news for ever', () => {
    expect(change(['KOMFORT', 'BASIS', 'BASIS', 'BASIS'], 'BASIS')).toBeNull();
  });

  it('comes by decision where levels are assigned: the suggestion changes nothing', () => {
    const first = { from: '2025-01-01', level: 'KOMFORT' };
    expect(change(['KOMFORT', 'KOMFORT', 'BASIS'], 'KOMFORT', [first])).toBeNull();
    expect(
      change(['BASIS', 'BASIS', 'BASIS'], 'BASIS', [first, { from: '2026-08-15', level: 'BASIS' }]),
    ).toEqual({ from: 'KOMFORT', month: '2026-08' });
    expect(
      change(['BASIS', 'BASIS', 'BASIS'], 'KOMFORT', [first, { from: '2026-12-01', level: 'BASIS' }]),
    ).toBeNull();
  });

  it('needs a past', () => {
    expect(change([], 'BASIS')).toBeNull();
    expect(change(['BASIS'], 'BASIS')).toBeNull();
  });
});
