import type { PageTarget } from '../../lib/detection/page-target.ts';
import type { GlyphAnswers } from '../../lib/overlay/glyph-answers.ts';
import { createListChips, type ListChips } from '../../lib/overlay/list-chips.ts';
import { formatRecordKey } from '../../lib/util/record-key.ts';
import type { PageServices } from './page-services.ts';

/** Chips beside account links, in lists and in the related lists of a record; null where links carry no id. */
export function startChips(
  target: PageTarget,
  glyphs: GlyphAnswers,
  services: PageServices,
  isOwn: (key: string) => boolean,
  signal: AbortSignal,
): ListChips | null {
  const { linkSelector, readLink } = target.adapter;
  if (!linkSelector || !readLink) return null;
  let page = target.url;
  return createListChips({
    document: services.document,
    selector: linkSelector,
    keyOf(link) {
      if (page.href !== services.document.URL) page = new URL(services.document.URL);
      const record = readLink(link, page, target.settings);
      return record?.object === 'account' ? formatRecordKey(record) : null;
    },
    isOwn,
    known: glyphs.known,
    fetch: (keys) => glyphs.fetch(keys),
    random: services.random,
    signal,
  });
}
