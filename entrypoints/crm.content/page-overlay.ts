import type { ContentEvent, OverlayState } from '../../lib/contract/content-messages.ts';
import type { CrmPage } from '../../lib/crm/types.ts';
import { type PageTarget, pageTarget } from '../../lib/detection/page-target.ts';
import { createStandingHeading } from '../../lib/detection/standing-heading.ts';
import { createGlyphAnswers } from '../../lib/overlay/glyph-answers.ts';
import { onAbort } from '../../lib/util/on-abort.ts';
import type { CrmRecord } from '../../lib/util/record-key.ts';
import { startChips } from './list-page.ts';
import type { PageServices } from './page-services.ts';
import { type RecordPage, startRecordPage } from './record-page.ts';

export interface PageOverlay {
  /** The document has committed to this URL. */
  commit(url: URL): void;
  event(event: ContentEvent): void;
}

const OFF: OverlayState = { active: false, badge: false, chips: false, language: 'en' };

/**
 * One session per record or list; everything of a session ends with its signal, before the new one begins.
 * @param readPage what a URL shows
 * @param freshDocument true when this runs before the document has any content
 */
export function createPageOverlay(
  readPage: (url: URL) => CrmPage | null,
  services: PageServices,
  freshDocument: boolean,
  signal: AbortSignal,
): PageOverlay {
  const standing = createStandingHeading(freshDocument, services.now());
  const glyphs = createGlyphAnswers(async (keys, page) => {
    const answer = await services.lookup(keys, page);
    if (answer) apply(answer.overlay);
    return answer;
  });
  let overlay: OverlayState | null = null;
  let target: PageTarget | null = null;
  let session = new AbortController();
  let record: RecordPage | null = null;
  let chips: ReturnType<typeof startChips> = null;

  function end(): void {
    session.abort();
    record = null;
    chips = null;
  }

  function begin(): void {
    if (signal.aborted || !target || !overlay) return;
    session = new AbortController();
    const life = AbortSignal.any([signal, session.signal]);
    if (isRecord(target)) {
      if (overlay.active && overlay.badge) {
        record = startRecordPage(target, glyphs, standing, services, overlay.language, life);
      } else {
        void glyphs.fetch([], { keys: [target.identity], heading: '' });
      }
    }
    if (overlay.active && overlay.chips) {
      chips = startChips(target, glyphs, services, (key) => record?.isOwn(key) ?? false, life);
    }
  }

  /** The worker's word on what may be drawn; sessions start anew only when it differs. */
  function apply(next: OverlayState): void {
    const same =
      overlay &&
      (['active', 'badge', 'chips', 'language'] as const).every((name) => overlay?.[name] === next[name]);
    if (same) return;
    overlay = next;
    end();
    begin();
  }

  async function greet(url: string): Promise<void> {
    const state = await services.hello(url);
    if (!signal.aborted && overlay === null) apply(state ?? OFF);
  }

  /** Without keys: only what may be drawn. */
  async function ask(): Promise<void> {
    const answer = await services.lookup([]);
    if (answer) apply(answer.overlay);
  }

  onAbort(signal, end);
  return {
    commit(url) {
      const next = pageTarget(readPage(url), url);
      if (next && next.identity === target?.identity) {
        target = next;
        return;
      }
      const first = overlay === null && target === null;
      const leftRecord = target !== null && isRecord(target);
      target = next;
      end();
      if (first) void greet(url.href);
      if (leftRecord && !(next && isRecord(next))) void glyphs.fetch([], null);
      begin();
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

function isRecord(target: PageTarget): target is PageTarget & { record: CrmRecord } {
  return target.record !== null;
}
