import { describe, expect, it } from 'vitest';
import { freshness } from './freshness.ts';
import { isPollDue, nextWake, type Wall } from './schedule.ts';

const NOW = 1_700_000_000_000;
const wall = (part: Partial<Wall>): Wall => ({
  now: NOW,
  watched: true,
  contactAt: NOW,
  retryAt: null,
  unfinished: false,
  discreetUntil: null,
  ...part,
});

describe('polling', () => {
  it('asks every 30 s while a CRM tab is open, else every quarter of an hour', () => {
    expect(nextWake(wall({}))).toBe(NOW + 30_000);
    expect(nextWake(wall({ watched: false }))).toBe(NOW + 15 * 60_000);
    expect(isPollDue(wall({ contactAt: NOW - 20_000 }))).toBe(false);
    expect(isPollDue(wall({ contactAt: NOW - 30_000 }))).toBe(true);
    expect(isPollDue(wall({ contactAt: NOW - 60_000, watched: false }))).toBe(false);
    expect(isPollDue(wall({ contactAt: null }))).toBe(true);
  });

  it('keeps asking when the clock was set back, and never sleeps longer than a quarter of an hour', () => {
    expect(isPollDue(wall({ contactAt: NOW + 1e9 }))).toBe(true);
    expect(nextWake(wall({ contactAt: NOW + 1e9 }))).toBe(NOW + 15 * 60_000);
  });

  it('waits for the end of a backoff', () => {
    expect(isPollDue(wall({ contactAt: null, retryAt: NOW + 1 }))).toBe(false);
    expect(isPollDue(wall({ retryAt: NOW }))).toBe(true);
    expect(nextWake(wall({ retryAt: NOW + 5_000 }))).toBe(NOW + 5_000);
    expect(nextWake(wall({ retryAt: NOW - 5_000 }))).toBe(NOW + 1_000);
  });

  it('goes on at once with what was not finished, but not before the end of a backoff', () => {
    expect(isPollDue(wall({ unfinished: true }))).toBe(true);
    expect(nextWake(wall({ unfinished: true }))).toBe(NOW + 1_000);
    expect(isPollDue(wall({ unfinished: true, retryAt: NOW + 1 }))).toBe(false);
    expect(nextWake(wall({ unfinished: true, retryAt: NOW + 9_000 }))).toBe(NOW + 9_000);
  });

  it('wakes at the end of the discreet mode', () => {
    expect(nextWake(wall({ discreetUntil: NOW + 12_000 }))).toBe(NOW + 12_000);
  });
});

describe('age by server time', () => {
  const HOUR = 3_600_000;
  const contact = { serverTime: new Date(NOW + 50 * HOUR).toISOString(), offsetMs: 50 * HOUR };
  it.each([
    [0, 'fresh'],
    [23, 'fresh'],
    [25, 'stale'],
    [95, 'stale'],
    [97, 'expired'],
    [-2, 'stale'],
  ])('after %i hours they are %s', (hours, expected) => {
    expect(freshness(contact, NOW + hours * HOUR, 96)).toBe(expected);
  });
  it('knows nothing without contact', () => {
    expect(freshness(null, NOW, 96)).toBe('expired');
    expect(freshness({ serverTime: 'never', offsetMs: 0 }, NOW, 96)).toBe('expired');
  });
});
