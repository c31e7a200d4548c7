import type { GlyphView } from '../contract/content-messages.ts';
import { drawBlank, drawGlyph, drawNothing, drawWaiting } from './draw-glyph.ts';
import { glyphCss } from './glyph-styles.ts';
import { createSealedHost } from './sealed-host.ts';

/** Where the badge stands; the size follows from the space there, never from what it says. */
export type BadgePlace = 'badge' | 'chip' | 'dock';

export interface Badge {
  /** The one node that goes into the page. */
  host: HTMLElement;
  /** The transparent button upon the glyph. */
  button: HTMLButtonElement;
  readonly place: BadgePlace;
  readonly dark: boolean;
  setPlace(place: BadgePlace): void;
  /** A sheet that holds while the badge is docked, to be changed as the user moves it. */
  dockWith(sheet: CSSStyleSheet): void;
  setDark(dark: boolean): void;
  /** A glyph; null for an account nobody knows; `waiting` while the answer is on its way. */
  show(content: GlyphView | null | 'waiting'): void;
}

const BOX = `
:host{all:initial!important;direction:ltr!important;unicode-bidi:isolate!important;display:inline-block!important;flex:none!important;align-self:center!important;justify-self:start!important;vertical-align:middle!important;contain:layout style!important;pointer-events:none!important}
button{all:unset;position:absolute;inset:0;pointer-events:auto;cursor:pointer;border-radius:6px}
button:focus-visible{outline:2px solid #0b5cad;outline-offset:1px;box-shadow:0 0 0 1px #fff}
@media (forced-colors:active){button:focus-visible{outline-color:Highlight}}
@media print{:host{display:none!important}}
`;
/** Negative margins keep a low title line from growing; 148 px are taken in all. */
const PLACES: Readonly<Record<BadgePlace, string>> = {
  badge:
    ':host{position:relative!important;width:136px!important;height:24px!important;margin:-4px 6px!important}',
  chip: ':host{position:relative!important;width:22px!important;height:18px!important;margin:-2px 4px!important}',
  dock: ':host{position:fixed!important;width:136px!important;height:24px!important;z-index:900!important;inset:auto 16px 16px auto!important;box-shadow:0 1px 4px #0004!important;border-radius:6px!important}',
};

/**
 * The badge: an outer host whose root holds the hit target and, beside it, a second sealed host with the glyph.
 * Firefox hands a page the root of whatever the pointer is over; that is the outer one, in which nothing is
 * written. The glyph's root is reached by no pointer.
 * @param name neutral accessible name of the button
 */
export function createBadge(document: Document, name: string, random: () => number): Badge {
  const outer = createSealedHost(document, BOX + PLACES.badge, random);
  const glyph = createSealedHost(document, glyphCss('badge'), random);
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', name);
  outer.root.append(glyph.host, button);
  let place: BadgePlace = 'badge';
  let dark = false;
  let content: GlyphView | null | 'waiting' = null;

  let corner: CSSStyleSheet | undefined;

  const restyle = () => outer.style(BOX + PLACES[place], place === 'dock' ? corner : undefined);
  const draw = () => {
    const look = { chip: place === 'chip', dark };
    if (content === null && place === 'dock') drawBlank(glyph.root, look);
    else if (content === null) drawNothing(glyph.root);
    else if (content === 'waiting') drawWaiting(glyph.root, look);
    else drawGlyph(glyph.root, content, look);
  };
  return {
    host: outer.host,
    button,
    get place() {
      return place;
    },
    get dark() {
      return dark;
    },
    setPlace(next) {
      if (next === place) return;
      place = next;
      restyle();
      glyph.style(glyphCss(place === 'chip' ? 'chipInBox' : 'badge'));
      draw();
    },
    dockWith(sheet) {
      corner = sheet;
      restyle();
    },
    setDark(next) {
      if (next === dark) return;
      dark = next;
      draw();
    },
    show(next) {
      content = next;
      draw();
    },
  };
}
