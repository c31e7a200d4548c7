import type { Box, TitleMeasure } from './fit.ts';

/** Measures a title where it stands. */
export function measureTitle(title: Element): TitleMeasure {
  return {
    text: textBox(title),
    cut: title.scrollWidth > title.clientWidth + 1 && title.clientWidth > 0,
    rowHeight: title.parentElement?.getBoundingClientRect().height ?? 0,
  };
}

/** How many ancestors are looked at for cutting edges; deeper ones are as wide as the page. */
const CLIP_DEPTH = 8;

/** The part of the viewport in which a child of `element`'s parent is visible. */
export function clipBox(element: Element): Box {
  const page = element.ownerDocument.documentElement;
  const box = { top: -Infinity, bottom: Infinity, left: 0, right: page.clientWidth };
  let node = element.parentElement;
  for (let depth = 0; node && node !== page && depth < CLIP_DEPTH; depth++, node = node.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(node);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const edge = node.getBoundingClientRect();
    box.left = Math.max(box.left, edge.left);
    box.right = Math.min(box.right, edge.right);
    if (overflowY === 'hidden' || overflowY === 'clip') {
      box.top = Math.max(box.top, edge.top);
      box.bottom = Math.min(box.bottom, edge.bottom);
    }
  }
  return box;
}

function textBox(title: Element): Box {
  if ('value' in title) return title.getBoundingClientRect();
  const range = title.ownerDocument.createRange();
  range.selectNodeContents(title);
  const box = range.getBoundingClientRect();
  return box.width > 0 ? box : title.getBoundingClientRect();
}
