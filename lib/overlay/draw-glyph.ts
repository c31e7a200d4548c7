import type { GlyphView } from '../contract/content-messages.ts';
import { signShape, tierShape } from './glyph-shapes.ts';

export interface GlyphLook {
  /** Only the tier shape. */
  chip: boolean;
  dark: boolean;
}

/** Draws a glyph into a sealed root; all text is generated content, which the page can neither find nor select. */
export function drawGlyph(root: ShadowRoot, view: GlyphView, look: GlyphLook): void {
  const document = root.ownerDocument;
  const tier = span(document, `t r${Math.min(4, Math.max(1, view.rank))} ${view.fill}`, view.letter);
  tier.append(tierShape(document, view.rank, view.fill));
  const frame = frameOf(document, look, view.stale);
  frame.setAttribute('role', 'img');
  frame.setAttribute('aria-label', view.sentence);
  frame.append(tier);
  if (!look.chip) {
    const label = span(document, 'l', view.label);
    frame.append(label, span(document, view.due ? 'd on' : 'd'), signShape(document, view.sign) ?? '');
  }
  root.replaceChildren(frame);
}

/** What is shown while the answer is on its way. */
export function drawWaiting(root: ShadowRoot, look: GlyphLook): void {
  const document = root.ownerDocument;
  const frame = frameOf(document, look, false);
  frame.classList.add('wait');
  frame.setAttribute('aria-hidden', 'true');
  frame.append(span(document, 't'), span(document, 'l'));
  root.replaceChildren(frame);
}

/** The empty host: unknown accounts look like this, so that the page cannot tell customers from others. */
export function drawNothing(root: ShadowRoot): void {
  root.replaceChildren();
}

/** An empty frame, where an unseen button in a corner would be a trap. */
export function drawBlank(root: ShadowRoot, look: GlyphLook): void {
  const frame = frameOf(root.ownerDocument, look, false);
  frame.classList.add('wait');
  root.replaceChildren(frame);
}

function frameOf(document: Document, look: GlyphLook, stale: boolean): HTMLElement {
  const names = ['g', look.dark ? 'dark' : 'light', look.chip && 'chip', stale && 'stale'];
  return span(document, names.filter(Boolean).join(' '));
}

function span(document: Document, className: string, text?: string): HTMLElement {
  const node = document.createElement('span');
  node.className = className;
  if (text !== undefined) node.setAttribute('data-t', text);
  return node;
}
