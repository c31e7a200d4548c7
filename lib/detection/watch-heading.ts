import type { Anchor } from '../crm/types.ts';
import { onAbort } from '../util/on-abort.ts';
import { after, afterPaint, watchLazily } from '../util/watch-lazily.ts';
import { type HeadingAnswer, LINK_LOOK_AFTER, type Standing } from './heading-settle.ts';
import { createHeadingTracker } from './heading-tracker.ts';
import { watchAnchor } from './watch-anchor.ts';

export interface HeadingPage {
  document: Document;
  /** ms; only differences count. */
  now(): number;
  /** The adapter's anchor for the URL's record, or null. */
  findAnchor(): Anchor | null;
  /** Key of the account a contact, opportunity or ticket page links to, or ''; absent on account pages. */
  linkedKey?: () => string;
  /** The worker's say on a heading; `pending` first, then `recheck` is called. */
  answerFor(heading: string): HeadingAnswer;
  /** Heading and link belong to the record: draw beside it. Called again when the heading's node is replaced. */
  onSettled(anchor: Anchor, linkedKey: string): void;
  /** The heading is gone or names something else: take the badge away. */
  onDoubt(): void;
  /** Nothing to draw beside has come: dock. The search goes on for a while. */
  onMissing(): void;
  /** Something in the watched region changed, the heading did not: is the badge still in place? */
  onTouched(): void;
}

/** How long (ms) a page may take to show a heading before the badge docks. */
const MISSING_AFTER = 3_000;
/** Until then (ms) every frame with changes is followed by a look; afterwards only now and then, and at last not at all. */
const SEARCH_FOR = 10_000;
const LATE_LOOK_EVERY = 2_000;
const SURRENDER_AFTER = 60_000;
/** Values of input fields change without any mutation (ms between looks). */
const INPUT_LOOK_EVERY = 150;

/** Watches one record's page until `signal` aborts. Returns `recheck`, to be called when an answer arrives. */
export function watchHeading(page: HeadingPage, standing: Standing, signal: AbortSignal): () => void {
  const tracker = createHeadingTracker(standing);
  let searchingSince = page.now();
  let missingTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch = new AbortController();
  let watched: Anchor | null = null;
  /** What the heading's node held when it settled: compared first, because it costs no query. */
  let raw: string | null = null;

  function look(): void {
    clearTimeout(timer);
    if (signal.aborted) return;
    const anchor = page.findAnchor();
    const linked = (anchor && page.linkedKey?.()) ?? '';
    const sample = anchor && { node: anchor.element, text: `${anchor.heading}\n${linked}` };
    const verdict = tracker.look(sample, () => page.answerFor(anchor?.heading ?? ''), page.now());
    if (verdict.act === 'draw' && anchor) {
      settle(anchor, linked);
      return;
    }
    if (verdict.act === 'hide') {
      page.onDoubt();
      search(true);
    }
    wait(anchor !== null, verdict.act === 'draw' ? 0 : verdict.nextLookIn);
  }

  /** Plans the next look while no heading is accepted. */
  function wait(standsThere: boolean, nextLookIn: number): void {
    const waited = page.now() - searchingSince;
    if (!standsThere && waited >= MISSING_AFTER && !missingTold) {
      missingTold = true;
      page.onMissing();
    }
    if (waited >= SURRENDER_AFTER) {
      watch.abort();
      return;
    }
    const late = waited >= SEARCH_FOR;
    if (late) watch.abort();
    // Headings inside shadow roots appear without a mutation the document's observer sees.
    const rhythm = late ? LATE_LOOK_EVERY : Math.min(500, Math.max(50, waited / 4));
    timer = setTimeout(look, Math.max(16, Math.min(nextLookIn, rhythm)));
  }

  function search(anew: boolean): void {
    watch.abort();
    watch = new AbortController();
    watched = null;
    raw = null;
    if (anew) {
      searchingSince = page.now();
      missingTold = false;
    }
    watchLazily(page.document, afterPaint, look, watch.signal);
  }

  function settle(anchor: Anchor, linked: string): void {
    const moved = watched?.element !== anchor.element;
    watched = anchor;
    raw = readRaw(anchor.element);
    if (moved) {
      watch.abort();
      watch = new AbortController();
      watchAnchor(anchor, touched, watch.signal);
      if (page.linkedKey) watchLazily(anchor.region, after(LINK_LOOK_AFTER), look, watch.signal);
      if ('value' in anchor.element) {
        const poll = setInterval(touched, INPUT_LOOK_EVERY);
        onAbort(watch.signal, () => clearInterval(poll));
      }
      page.onSettled(anchor, linked);
    } else {
      page.onTouched();
    }
  }

  function touched(): void {
    if (signal.aborted || !watched) return;
    if (!watched.element.isConnected || readRaw(watched.element) !== raw) {
      search(true);
      look();
      return;
    }
    page.onTouched();
  }

  onAbort(signal, () => {
    clearTimeout(timer);
    watch.abort();
  });
  search(true);
  // The address is new, the page is not yet: asking for styles now would compute those of what is about to go.
  onAbort(signal, afterPaint(look));
  return look;
}

function readRaw(element: Element): string {
  return 'value' in element ? String(element.value) : (element.textContent ?? '');
}
