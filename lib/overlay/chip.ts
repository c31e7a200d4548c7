import type { GlyphView } from '../contract/content-messages.ts';
import { isDarkBehind } from './backdrop.ts';
import { drawGlyph, drawNothing } from './draw-glyph.ts';
import { glyphCss } from './glyph-styles.ts';
import { createSealedHost } from './sealed-host.ts';

/** The tier shape beside one link of a list: a sealed glyph without a hit target. */
export interface Chip {
  host: HTMLElement;
  /** Null: an account nobody knows, or an answer that is still missing. */
  show(view: GlyphView | null): void;
}

export function createChip(link: Element, random: () => number): Chip {
  const { host, root } = createSealedHost(link.ownerDocument, glyphCss('chip'), random);
  return {
    host,
    show: (view) =>
      view ? drawGlyph(root, view, { chip: true, dark: isDarkBehind(link) }) : drawNothing(root),
  };
}
