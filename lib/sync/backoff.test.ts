import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs, parseRetryAfter } from './backoff.ts';

const attempt = fc.integer({ min: 1, max: 100 });
const jitter = fc.double({ min: 0, max: 0.999_999, noNaN: true });

it('waits anything from nothing to a range that doubles up to five minutes: full jitter', () => {
  fc.assert(
    fc.property(attempt, jitter, (n, share) => {
      const range = Math.min(300_000, 2_000 * 2 ** (n - 1));
      const wait = backoffMs(n, share, null);
      expect(wait).toBe(Math.floor(share * range));
      expect(backoffMs(n, 0, null)).toBe(0);
    }),
  );
});

it('adds the jitter to what the server asked for, so that all do not come back at once', () => {
  fc.assert(
    fc.property(attempt, jitter, fc.integer({ min: 0, max: 900_000 }), (n, share, asked) => {
      expect(backoffMs(n, share, asked)).toBe(asked + backoffMs(n, share, null));
    }),
  );
});

it.each(['1000000000', 'Fri, 31 Dec 9999 23:59:59 GMT'])('%s is more patience than there is', (text) => {
  expect(backoffMs(1, 0, parseRetryAfter(text, 0))).toBe(900_000);
});

it.each(['-5', '1e9', 'soon', '', '12345678901'])('%j is no time to come back', (text) => {
  expect(parseRetryAfter(text, 0)).toBeNull();
});
