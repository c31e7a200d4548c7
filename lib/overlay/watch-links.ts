import { onAbort } from '../util/on-abort.ts';
export interface LinkEvents {
  /** A link was added, or the address of any element changed; the latter is told before the next paint. */
  changed(link: Element): void;
  /** Nodes were removed: some links may no longer be in the document. Told once per frame, before its paint. */
  gone(): void;
  /** Awaited links that have come into view, at most one call per frame. */
  seen(links: readonly Element[]): void;
}

export interface LinkWatcher {
  start(): void;
  /** Tell when this link comes into view. */
  await(link: Element): void;
}

/** Links are prepared this far outside the viewport. */
const MARGIN = '200px';
/** Share of the time that looking for new links may take before it pauses (ms of work per look, pause in ms). */
const WORK_MS = 2;
const PAUSE_MS = 250;

/**
 * Finds links by looking at added subtrees only; nothing is queried twice. Text and attributes other than
 * `href` wake nobody.
 */
export function watchLinks(
  document: Document,
  selector: string,
  events: LinkEvents,
  signal: AbortSignal,
): LinkWatcher {
  const added = new Set<Element>();
  let frame = 0;
  let goneFrame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const view = new IntersectionObserver(
    (entries) => {
      const links = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target);
      for (const link of links) view.unobserve(link);
      if (links.length > 0) events.seen(links);
    },
    { rootMargin: MARGIN },
  );

  const mutations = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'attributes') {
        events.changed(record.target as Element);
        continue;
      }
      // On churning pages this runs thousands of times a second: no iterators, nothing read twice.
      const { addedNodes } = record;
      for (let i = addedNodes.length; i--; ) {
        if (addedNodes[i]?.nodeType === 1) added.add(addedNodes[i] as Element);
      }
      if (goneFrame === 0 && record.removedNodes.length > 0) goneFrame = requestAnimationFrame(tellGone);
    }
    if (added.size > 0) plan(0);
  });

  function tellGone(): void {
    goneFrame = 0;
    events.gone();
  }

  function plan(pause: number): void {
    if (frame || timer || signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      frame = requestAnimationFrame(work);
    }, pause);
  }

  /** Looks into added subtrees until the budget is used up. */
  function work(): void {
    frame = 0;
    const until = performance.now() + WORK_MS;
    for (const node of added) {
      added.delete(node);
      if (node.isConnected) find(node);
      if (performance.now() > until) break;
    }
    if (added.size > 0) plan(PAUSE_MS);
  }

  function find(root: Element): void {
    if (root.matches(selector)) events.changed(root);
    for (const link of root.querySelectorAll(selector)) events.changed(link);
  }

  onAbort(signal, () => {
    mutations.disconnect();
    view.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    added.clear();
  });
  return {
    start() {
      if (signal.aborted) return;
      mutations.observe(document, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['href'],
      });
      if (document.documentElement) find(document.documentElement);
    },
    await: (link) => {
      view.unobserve(link);
      view.observe(link);
    },
  };
}
