import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCommittedUrl } from './committed-navigation.ts';

function fakeWindow(withNavigation: boolean) {
  const target = new EventTarget() as EventTarget & {
    location: { href: string };
    document: { visibilityState: string };
    navigation?: EventTarget;
  };
  target.location = { href: 'https://crm.example/a' };
  target.document = { visibilityState: 'visible' };
  if (withNavigation) target.navigation = new EventTarget();
  return target;
}

describe('committed navigation', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watch(withNavigation: boolean) {
    const target = fakeWindow(withNavigation);
    const seen: string[] = [];
    const controller = new AbortController();
    watchCommittedUrl(target, (url) => seen.push(url.pathname), controller.signal);
    return { target, seen, controller };
  }

  it('tells the first URL at once and each further one once', () => {
    const { target, seen } = watch(true);
    target.location.href = 'https://crm.example/b';
    target.navigation?.dispatchEvent(new Event('currententrychange'));
    target.navigation?.dispatchEvent(new Event('navigatesuccess'));
    target.dispatchEvent(new Event('popstate'));
    expect(seen).toEqual(['/a', '/b']);
  });

  it.each(['popstate', 'hashchange'])('hears %s', (type) => {
    const { target, seen } = watch(false);
    target.location.href = 'https://crm.example/b';
    target.dispatchEvent(new Event(type));
    expect(seen).toEqual(['/a', '/b']);
  });

  it('finds silent changes: within a quarter of a second without the Navigation API, a second with it', () => {
    for (const [withNavigation, ms] of [
      [false, 250],
      [true, 1_000],
    ] as const) {
      const { target, seen } = watch(withNavigation);
      target.location.href = 'https://crm.example/b';
      vi.advanceTimersByTime(ms);
      expect(seen).toEqual(['/a', '/b']);
    }
  });

  it('does not poll while the tab is hidden', () => {
    const { target, seen } = watch(false);
    target.document.visibilityState = 'hidden';
    target.location.href = 'https://crm.example/b';
    vi.advanceTimersByTime(5_000);
    expect(seen).toEqual(['/a']);
  });

  it('stops with its signal', () => {
    const { target, seen, controller } = watch(true);
    controller.abort();
    target.location.href = 'https://crm.example/b';
    target.navigation?.dispatchEvent(new Event('currententrychange'));
    target.dispatchEvent(new Event('popstate'));
    vi.advanceTimersByTime(5_000);
    expect(seen).toEqual(['/a']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
