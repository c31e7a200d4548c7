import type { ContentEvent, CrmRules, OverlayState } from '../../lib/contract/content-messages.ts';
import type { CrmPage } from '../../lib/crm/types.ts';
import { type PageTarget, pageTarget, type RecordTarget } from '../../lib/detection/page-target.ts';
import { createStandingHeading } from '../../lib/detection/standing-heading.ts';
import { createGlyphAnswers } from '../../lib/overlay/glyph-answers.ts';
import { onAbort } from '../../lib/util/on-abort.ts';
import { startChips } from './list-page.ts';
import type { PageServices } from './page-services.ts';
import { type RecordPage, startRecordPage } from './record-page.ts';

export interface PageOverlay {
  /** The document has committed to this URL. */
  commit(url: URL): void;
  event(event: ContentEvent): void;
  /** The document is hidden, for good or to come back as it is: nothing of ours stays in it. */
  hide(): void;
  /** The document has come back from the back/forward cache: all may have changed since. */
  comeBack(): void;
}

/**
 * One session per record or list; everything of a session ends with its signal, before the new one begins.
 * @param readPage what a URL shows under the rules of its host
 * @param freshDocument true when this runs before the document has any content
 */
export function createPageOverlay(
  readPage: (url: URL, rules: CrmRules) => CrmPage | null,
  services: PageServices,
  freshDocument: boolean,
  signal: AbortSignal,
): PageOverlay {
  let standing = createStandingHeading(freshDocument, services.now());
  const glyphs = createGlyphAnswers(async (keys, page) => {
    const answer = await services.lookup(keys, page);
    if (answer) apply(answer.overlay);
    return answer;
  });
  let overlay: OverlayState | null = null;
  let url: URL | null = null;
  let target: PageTarget | null = null;
  let session = new AbortController();
  let record: RecordPage | null = null;
  let chips: ReturnType<typeof startChips> = null;

  /** What the address shows under the rules of its host; nothing before they are known. */
  function aim(): void {
    target = url && overlay && pageTarget(readPage(url, overlay.crm), url);
  }

  function end(): void {
    session.abort();
    record = null;
    chips = null;
  }

  function begin(): void {
    if (signal.aborted || !target || !overlay) return;
    session = new AbortController();
    // It ends with `signal` too, by `end`.
    const life = session.signal;
    if (target.record) {
      if (overlay.active && overlay.badge) {
        record = startRecordPage(target as RecordTarget, glyphs, standing, services, overlay.language, life);
      } else {
        void glyphs.fetch([], { keys: [target.identity], heading: '' });
      }
    }
    if (overlay.active && overlay.chips) {
      chips = startChips(target, glyphs, services, (key) => !!record?.isOwn(key), life);
    }
  }

  /** The worker's word on what may be drawn; sessions start anew only when it differs. */
  function apply(next: OverlayState): void {
    if (JSON.stringify(overlay) === JSON.stringify(next)) return;
    overlay = next;
    end();
    aim();
    begin();
  }

  async function greet(): Promise<void> {
    const state = await services.hello();
    // Without an answer nothing is drawn until the worker says that something has changed.
    if (!signal.aborted && state && !overlay) apply(state);
  }

  /** Without keys: only what may be drawn. */
  async function ask(): Promise<void> {
    const answer = await services.lookup([]);
    if (answer) apply(answer.overlay);
  }

  onAbort(signal, end);
  return {
    commit(committed) {
      if (url === null) void greet();
      url = committed;
      const left = target;
      aim();
      if (target && target.identity === left?.identity) return;
      end();
      if (left?.record && !target?.record) void glyphs.fetch([], null);
      begin();
    },
    hide() {
      end();
      // A frame that goes leaves its page, and with it the tab, without a record.
      if (target?.record && top !== window) void glyphs.fetch([], null);
      overlay = null;
    },
    comeBack() {
      // What stands there stood there before, under the same address.
      standing = createStandingHeading(true, services.now());
      glyphs.forget();
      void greet();
    },
    event({ event }) {
      if (event === 'close-card') {
        record?.closeCard();
        return;
      }
      glyphs.forget();
      void ask().then(() => {
        record?.refresh();
        void chips?.refresh();
      });
    },
  };
}
