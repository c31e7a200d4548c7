import type { Anchor } from '../crm/types.ts';
import { isDarkBehind } from './backdrop.ts';
import type { Badge } from './badge.ts';
import { fitsOnLine } from './fit.ts';
import { clipBox, measureTitle } from './measure.ts';

/** Puts the badge beside the title: the badge where it fits, else the chip, else into the corner. */
export function placeBadge(badge: Badge, anchor: Anchor): void {
  const place = anchor.place ?? anchor.element;
  badge.host.remove();
  // In a real shadow tree only children with the title's slot are shown beside it.
  if (place.slot) badge.host.slot = place.slot;
  badge.setDark(isDarkBehind(place.parentElement ?? place));
  const before = measureTitle(anchor.element);
  const clip = clipBox(place);
  for (const size of ['badge', 'chip'] as const) {
    badge.setPlace(size);
    place.after(badge.host);
    const host = badge.host.getBoundingClientRect();
    if (fitsOnLine(before, measureTitle(anchor.element), host, clip)) return;
    badge.host.remove();
  }
  dockBadge(badge, anchor.element.ownerDocument);
}

/** True while the badge stands where `placeBadge` has put it. */
export function isInPlace(badge: Badge, anchor: Anchor): boolean {
  if (badge.place === 'dock') return badge.host.isConnected;
  return (anchor.place ?? anchor.element).nextElementSibling === badge.host;
}

/** The lower corner at the line's end; the document element's children outlive the page's own rendering. */
export function dockBadge(badge: Badge, document: Document): void {
  badge.setPlace('dock');
  badge.setDark(isDarkBehind(document.body ?? document.documentElement));
  document.documentElement.append(badge.host);
}
