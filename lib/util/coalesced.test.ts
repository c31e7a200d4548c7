import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { coalesced } from './coalesced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('many calls are one, and a later one is another', () => {
  const work = vi.fn();
  const call = coalesced(work, 50);
  for (let i = 0; i < 5; i++) call();
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  expect(work).toHaveBeenCalledTimes(1);
  call();
  vi.advanceTimersByTime(50);
  expect(work).toHaveBeenCalledTimes(2);
});
