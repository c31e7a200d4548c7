import type { OverlayState } from '../../lib/contract/content-messages.ts';
import { createHeadingAnswers } from '../../lib/detection/heading-answers.ts';
import { RACE_MS } from '../../lib/detection/heading-settle.ts';
import type { RecordTarget } from '../../lib/detection/page-target.ts';
import type { StandingHeading } from '../../lib/detection/standing-heading.ts';
import { watchHeading } from '../../lib/detection/watch-heading.ts';
import type { GlyphAnswers } from '../../lib/overlay/glyph-answers.ts';
import { createPageBadge } from '../../lib/overlay/page-badge.ts';
import type { LinkedPage } from '../../lib/util/linked-page.ts';
import { onAbort } from '../../lib/util/on-abort.ts';
import { formatRecordKey } from '../../lib/util/record-key.ts';
import { after } from '../../lib/util/watch-lazily.ts';
import type { PageServices } from './page-services.ts';

export interface RecordPage {
  /** Settings or data have changed: the glyphs are asked for again. */
  refresh(): void;
  closeCard(): void;
  /** True for keys whose glyph is the badge itself. */
  isOwn(key: string): boolean;
}

/** One record's page from commit to leave: asks, waits for the right heading, draws, keeps. */
export function startRecordPage(
  target: RecordTarget,
  glyphs: GlyphAnswers,
  standing: StandingHeading,
  services: PageServices,
  language: OverlayState['language'],
  signal: AbortSignal,
): RecordPage {
  const { adapter, record, url } = target;
  const { document } = services;
  const key = target.identity;
  const isAccount = record.object === 'account';
  const atCommit = standing.at(services.now());
  let linked = '';
  let settled = false;

  const badge = createPageBadge({
    document,
    language,
    now: services.now,
    random: services.random,
    loadCard: services.loadCard,
    cardAddress: () => services.cardAddress(glyphs.known(key) || !linked ? key : linked),
    openPanel: services.openPanel,
    onSurrender: () => placed('gaveUp'),
    signal,
  });

  /** What became of the badge: told when it changes, because what moves a docked one comes only then. */
  let told = '';
  function placed(event: ReturnType<typeof badge.placed> | 'gaveUp', linkedPage?: LinkedPage): void {
    if (told === event) return;
    told = event;
    void services.health(adapter.id, event).then(() => badge.startDocking(linkedPage));
  }

  const linkedKey = () => {
    const account = adapter.findAccountLink?.(document, record, url);
    return account ? formatRecordKey(account) : '';
  };
  const headings = createHeadingAnswers(
    (heading) => services.confirm(key, heading),
    () => recheck(),
  );

  function show(): void {
    if (signal.aborted) return;
    const own = glyphs.known(key);
    const view = own ?? (linked ? glyphs.known(linked) : own);
    if (view !== undefined) badge.show(view);
  }

  async function ask(heading: string): Promise<void> {
    const keys = linked ? [key, linked] : [key];
    await glyphs.fetch(keys, { keys, heading });
    show();
    if (!signal.aborted) recheck();
  }

  /** The page belongs to another account than before. */
  function follow(link: string, heading = ''): void {
    if (link === linked) return;
    linked = link;
    badge.show(glyphs.known(key) ?? null);
    void ask(heading);
  }
  /** Ends when a heading is found. */
  let linkWatch = new AbortController();
  function dock(): void {
    badge.dock();
    linkWatch = new AbortController();
    const life = AbortSignal.any([signal, linkWatch.signal]);
    placed('docked', isAccount ? undefined : { document, linkedKey, onLinked: follow, signal: life });
  }

  const found = adapter.findAnchor;
  const recheck = found
    ? watchHeading(
        {
          document,
          now: services.now,
          findAnchor: () => found(document, record, target.settings),
          ...(isAccount ? {} : { linkedKey }),
          answerFor(heading) {
            if (isAccount) return headings.answerFor(heading);
            const own = glyphs.known(key);
            if (own === undefined) return 'pending';
            return own ? 'own' : 'linked';
          },
          onSettled(anchor, link) {
            settled = true;
            linkWatch.abort();
            standing.settled({ node: anchor.element, text: `${anchor.heading}\n${link}` });
            badge.anchorAt(anchor);
            placed(badge.placed());
            follow(link, anchor.heading);
          },
          onDoubt: badge.hide,
          onMissing: dock,
          onTouched: badge.check,
        },
        atCommit,
        signal,
      )
    : () => {};
  // Where no heading is known, only time tells that the page has followed its address.
  if (!found) onAbort(signal, after(atCommit.certain ? 0 : RACE_MS)(dock));
  onAbort(signal, () => standing.left(settled, services.now()));
  void ask('');

  return {
    closeCard: badge.closeCard,
    isOwn: (other) => other === key || other === linked,
    refresh() {
      headings.forget();
      void ask('');
    },
  };
}
