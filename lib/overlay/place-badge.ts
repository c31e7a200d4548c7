import type { Anchor } from '../crm/types.ts';
import { isDarkBehind } from './backdrop.ts';
import type { Badge } from './badge.ts';
import { fitsOnLine } from './fit.ts';
import { clipBox, measureTitle } from './measure.ts';

/** Puts the badge beside the title: the badge where it fits, else the chip, else into the corner. */
export function placeBadge(badge: Badge, anchor: Anchor): void {
  const { element } = anchor;
  badge.host.remove();
  // In a real shadow tree only children with the title's slot are shown beside it.
  if (element.slot) badge.host.slot = element.slot;
  badge.setDark(isDarkBehind(element.parentElement ?? element));
  const before = measureTitle(element);
  const clip = clipBox(element);
  for (const size of ['badge', 'chip'] as const) {
    badge.setPlace(size);
    element.after(badge.host);
    const host = badge.host.getBoundingClientRect();
    if (fitsOnLine(before, measureTitle(element), host, clip)) return;
    badge.host.remove();
  }
  dockBadge(badge, element.ownerDocument);
}

/** True while the badge stands where `placeBadge` has put it. */
export function isInPlace(badge: Badge, anchor: Anchor): boolean {
  if (badge.place === 'dock') return badge.host.isConnected;
  return anchor.element.nextElementSibling === badge.host;
}

/** The lower corner at the line's end; the document element's children outlive the page's own rendering. */
export function dockBadge(badge: Badge, document: Document): void {
  badge.setPlace('dock');
  badge.setDark(isDarkBehind(document.body ?? document.documentElement));
  document.documentElement.append(badge.host);
}
