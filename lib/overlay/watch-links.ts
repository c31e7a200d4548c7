import { onAbort } from '../util/on-abort.ts';
import { afterPaint, inFrame, watchLazily } from '../util/watch-lazily.ts';

export interface LinkEvents {
  /** The address of an element changed. Told before the next paint. */
  changed(link: Element): void;
  /** A node was taken out of the place of a held link. Told before the next paint. */
  taken(node: Node): void;
  /** Something was put in or taken out somewhere: some links may be elsewhere or gone. Told now and then. */
  gone(): void;
  /** Links in view: those just found there, and awaited ones that have come, at most one call per frame. */
  seen(links: readonly Element[]): void;
}

export interface LinkWatcher {
  start(): void;
  /** Tell when this link comes into view. */
  await(link: Element): void;
  /** Tell what is taken out of this link's parent. */
  hold(link: Element): void;
  /** A link that was left: it is found anew if it comes back. */
  forget(link: Element): void;
}

/** Links are prepared this far outside the viewport. */
const MARGIN = '200px';
/** Shortest and longest time (ms) between two searches of a page that keeps changing. */
const PAUSE_MS = 250;
const LONG_PAUSE_MS = 1_000;
/** Searching may take so much of the time: a search of 1 ms is followed by a pause of 1 ms times this. */
const PAUSE_PER_COST = 1_000;

/**
 * Finds links. What a chip depends on (its link's address and its cell) is observed exactly; new links are
 * searched for in the whole page, at once where it was still, and within a share of the time where it churns.
 */
export function watchLinks(
  document: Document,
  selector: string,
  events: LinkEvents,
  signal: AbortSignal,
): LinkWatcher {
  const found = new WeakSet<Element>();
  let cost = 0;
  let nextSearch = 0;

  const view = new IntersectionObserver(
    (entries) => {
      const links = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target);
      for (const link of links) view.unobserve(link);
      if (links.length > 0) events.seen(links);
    },
    { rootMargin: MARGIN },
  );
  const addresses = new MutationObserver((records) => {
    for (const { target } of records) events.changed(target as Element);
  });
  const cells = new MutationObserver((records) => {
    for (const { removedNodes } of records) for (const node of removedNodes) events.taken(node);
  });

  function wait(link: Element): void {
    found.add(link);
    view.unobserve(link);
    view.observe(link);
  }

  /** A link that is seen now need not wait until the browser tells. */
  function isInView(link: Element): boolean {
    const { left, top, width, height } = link.getBoundingClientRect();
    return top < innerHeight && link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  }

  function search(): void {
    const began = performance.now();
    events.gone();
    const inView: Element[] = [];
    for (const link of document.querySelectorAll(selector)) {
      if (found.has(link)) continue;
      found.add(link);
      // The first search follows a paint: boxes are there to be read.
      if (!nextSearch && isInView(link)) inView.push(link);
      else view.observe(link);
    }
    if (inView.length > 0) events.seen(inView);
    const now = performance.now();
    // A running mean: the clock is coarse, and the first search finds more than the later ones.
    cost += (now - began - cost) / 4;
    nextSearch = now + Math.min(LONG_PAUSE_MS, Math.max(PAUSE_MS, cost * PAUSE_PER_COST));
  }

  /** In the frame after the pause, before it is painted. */
  function plan(look: () => void): () => void {
    let stop = () => {};
    const timer = setTimeout(
      () => {
        stop = inFrame(look);
      },
      Math.max(0, nextSearch - performance.now()),
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }

  onAbort(signal, () => {
    for (const observer of [view, addresses, cells]) observer.disconnect();
  });
  return {
    start() {
      if (signal.aborted) return;
      addresses.observe(document, { subtree: true, attributeFilter: ['href'] });
      const stop = afterPaint(() => {
        search();
        watchLazily(document, plan, search, signal, { childList: true, subtree: true });
      });
      onAbort(signal, stop);
    },
    await: wait,
    hold: ({ parentNode }) => {
      if (parentNode) cells.observe(parentNode, { childList: true });
    },
    forget: (link) => {
      found.delete(link);
    },
  };
}
