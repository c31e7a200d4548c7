import type { Box, TitleMeasure } from './fit.ts';

/** Measures a title where it stands. */
export function measureTitle(title: Element): TitleMeasure {
  return {
    text: textBox(title),
    cut: title.scrollWidth > title.clientWidth + 1 && title.clientWidth > 0,
    rowHeight: title.parentElement?.getBoundingClientRect().height ?? 0,
  };
}

/** Deeper ancestors are as wide as the page. */
const CLIP_DEPTH = 8;

/**
 * The part of the viewport in which a child of `element`'s parent is visible.
 * @param depth how many ancestors are looked at for cutting edges
 */
export function clipBox(element: Element, depth = CLIP_DEPTH): Box {
  const page = element.ownerDocument.documentElement;
  const box = { top: -Infinity, bottom: Infinity, left: 0, right: page.clientWidth };
  let node = element.parentElement;
  for (let level = 0; node && node !== page && level < depth; level++, node = node.parentElement) {
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

/** A cell and what holds it: farther out nothing cuts a link off. */
const CELL_DEPTH = 3;

/** True where a chip stands on its link's line and is not cut off. */
export function standsBeside(chip: Element, link: Element): boolean {
  const host = chip.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  const { left, right } = clipBox(link, CELL_DEPTH);
  const middle = (host.top + host.bottom) / 2;
  return middle >= top && middle <= bottom && host.left >= left - 1 && host.right <= right + 1;
}
