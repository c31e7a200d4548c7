// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { after, watchLazily } from './watch-lazily.ts';

let stop: AbortController;
const onLook = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<p>one</p>';
  onLook.mockReset();
  stop = new AbortController();
  watchLazily(document.body, after(250), onLook, stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const change = async () => {
  document.body.append('more');
  await Promise.resolve();
};

describe('a page that is watched lazily', () => {
  it('is looked at once, however often it changes before', async () => {
    for (let n = 0; n < 100; n++) await change();
    expect(onLook).not.toHaveBeenCalled();
    vi.advanceTimersByTime(250);
    expect(onLook).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1_000);
    expect(onLook, 'a still page is left alone').toHaveBeenCalledOnce();
  });

  it('is looked at again after the next change', async () => {
    await change();
    vi.advanceTimersByTime(250);
    await change();
    vi.advanceTimersByTime(250);
    expect(onLook).toHaveBeenCalledTimes(2);
  });

  it('does not see what the look itself changes', async () => {
    onLook.mockImplementation(() => document.body.append('ours'));
    await change();
    vi.advanceTimersByTime(250);
    await Promise.resolve();
    vi.advanceTimersByTime(1_000);
    expect(onLook).toHaveBeenCalledOnce();
  });

  it('is left alone when the watch ends', async () => {
    await change();
    stop.abort();
    vi.advanceTimersByTime(1_000);
    expect(onLook).not.toHaveBeenCalled();
  });
});
