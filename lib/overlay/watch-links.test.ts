// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LinkWatcher, watchLinks } from './watch-links.ts';

const events = { changed: vi.fn(), taken: vi.fn(), gone: vi.fn(), seen: vi.fn() };
const awaited: Element[] = [];
let stop: AbortController;
let watcher: LinkWatcher;

const row = (n: number) =>
  `<tr><td><a href="/accounts/${n}">Account ${n}</a></td><td class="figure">0</td></tr>`;
const one = (selector: string) => document.querySelector(selector) as HTMLElement;
const microtask = () => Promise.resolve();

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = (link: Element) => awaited.push(link);
      unobserve() {}
      disconnect() {}
    },
  );
  vi.resetAllMocks();
  // Nothing is laid out here: no link is in view before the observer says so.
  document.elementFromPoint = () => null;
  awaited.length = 0;
  document.body.innerHTML = `<table><tbody>${row(1)}${row(2)}</tbody></table>`;
  stop = new AbortController();
  watcher = watchLinks(document, 'a[href^="/accounts/"]', events, stop.signal);
  watcher.start();
  vi.advanceTimersByTime(50);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the watcher of links', () => {
  it('finds what stands there, once', async () => {
    expect(awaited).toEqual([...document.querySelectorAll('a')]);
    one('tbody').insertAdjacentHTML('beforeend', row(3));
    await microtask();
    vi.advanceTimersByTime(2_000);
    expect(awaited).toEqual([...document.querySelectorAll('a')]);
  });

  it('tells before the paint that a link leads elsewhere, also while the page churns', async () => {
    one('.figure').textContent = '1';
    await microtask();
    one('a').setAttribute('href', '/accounts/9');
    await microtask();
    expect(events.changed).toHaveBeenCalledExactlyOnceWith(one('a'));
  });

  it('tells before the paint that a held link was replaced, also while the page churns', async () => {
    const link = one('a');
    watcher.hold(link);
    one('.figure').textContent = '1';
    await microtask();
    const { length } = events.gone.mock.calls;
    link.replaceWith(document.createElement('a'));
    await microtask();
    expect(events.taken).toHaveBeenCalledExactlyOnceWith(link);
    expect(events.gone, 'the search is still to come').toHaveBeenCalledTimes(length);
  });

  it('searches a page that never rests four times a second at most', async () => {
    events.gone.mockReset();
    for (let n = 0; n < 1_000; n++) {
      one('.figure').textContent = String(n);
      await microtask();
      vi.advanceTimersByTime(1);
    }
    expect(events.gone.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(events.gone.mock.calls.length).toBeLessThanOrEqual(4);
  });

  it('finds a forgotten link anew when it comes back', async () => {
    const link = one('a');
    const cell = link.parentElement as HTMLElement;
    link.remove();
    watcher.forget(link);
    await microtask();
    vi.advanceTimersByTime(1_000);
    cell.append(link);
    await microtask();
    vi.advanceTimersByTime(1_000);
    expect(awaited.filter((each) => each === link)).toHaveLength(2);
  });

  it('hears nothing after it was stopped', async () => {
    stop.abort();
    events.gone.mockReset();
    watcher.hold(one('a'));
    one('a').setAttribute('href', '/accounts/9');
    one('tbody').insertAdjacentHTML('beforeend', row(3));
    await microtask();
    vi.advanceTimersByTime(2_000);
    expect(events.changed).not.toHaveBeenCalled();
    expect(events.gone).not.toHaveBeenCalled();
  });
});
