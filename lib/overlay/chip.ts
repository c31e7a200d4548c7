import type { GlyphView } from '../contract/content-messages.ts';
import { drawGlyph, drawNothing } from './draw-glyph.ts';
import { glyphCss } from './glyph-styles.ts';
import { createSealedHost } from './sealed-host.ts';

/** The tier shape beside one link of a list: a sealed glyph without a hit target. */
export interface Chip {
  host: HTMLElement;
  /** Null: an account nobody knows, or an answer that is still missing. */
  show(view: GlyphView | null): void;
}

/** @param dark whether the link stands on a dark ground */
export function createChip(link: Element, dark: boolean, random: () => number): Chip {
  const { host, root } = createSealedHost(link.ownerDocument, glyphCss('chip'), random);
  let shown: GlyphView | null = null;
  return {
    host,
    show(view) {
      if (view === shown) return;
      shown = view;
      if (view) drawGlyph(root, view, { chip: true, dark });
      else drawNothing(root);
    },
  };
}
