// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LINK_LOOK_AFTER, RACE_MS } from './heading-settle.ts';
import { watchParentLink } from './watch-parent-link.ts';

const onLinked = vi.fn();
let key = 'a';
let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  onLinked.mockReset();
  key = 'a';
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const start = () => watchParentLink({ document, linkedKey: () => key, onLinked, signal: life.signal });
async function change(next: string): Promise<void> {
  key = next;
  document.body.append('.');
  await Promise.resolve();
  vi.advanceTimersByTime(LINK_LOOK_AFTER);
}
const said = () => onLinked.mock.calls.map(([told]) => told);

it('believes a link that has outlived the longest lag, not before', () => {
  start();
  vi.advanceTimersByTime(RACE_MS - 1);
  expect(said()).toEqual(['']);
  vi.advanceTimersByTime(1);
  expect(said()).toEqual(['', 'a']);
});

it('takes the account away as soon as the link changes, and waits anew', async () => {
  start();
  vi.advanceTimersByTime(RACE_MS);
  await change('b');
  expect(said()).toEqual(['', 'a', '']);
  vi.advanceTimersByTime(RACE_MS);
  expect(said().at(-1)).toBe('b');
});

it('never names an account whose link was gone in time', async () => {
  start();
  await change('');
  vi.advanceTimersByTime(10 * RACE_MS);
  expect(said()).toEqual(['', '']);
});

it('says nothing after its end', () => {
  start();
  life.abort();
  vi.advanceTimersByTime(RACE_MS);
  expect(said()).toEqual(['']);
});
