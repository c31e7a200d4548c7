import type { GlyphView } from '../contract/content-messages.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Outer hexagon, and the line inside it whose 2 px stroke touches the outer edge. */
const HEXAGON = 'M5 0H15L20 9L15 18H5L0 9Z';
const HEXAGON_LINE = 'M5.6 1H14.4L18.86 9L14.4 17H5.6L1.14 9Z';

/** Mound above the line, line, bowl below it, diamond. */
const SIGNS: Readonly<Record<Exclude<GlyphView['sign'], 'open'>, string>> = {
  carries: 'M1 6.5A5 5 0 0 1 11 6.5ZM0 8H12V10H0Z',
  even: 'M0 5H12V7H0Z',
  carried: 'M1 5.5A5 5 0 0 0 11 5.5ZM0 2H12V4H0Z',
  plan: 'M6 0L12 6L6 12L0 6Z',
};

/** Tier shape 20×18: the shape is the rank, the line is the level. */
export function tierShape(document: Document, rank: number, fill: GlyphView['fill']): SVGElement {
  const stroke = fill === 'filled' ? 0 : fill === 'outline' ? 2 : 1.5;
  const shape =
    rank === 1
      ? element(document, 'path', { d: stroke ? HEXAGON_LINE : HEXAGON })
      : element(document, 'rect', {
          x: stroke / 2,
          y: stroke / 2,
          width: 20 - stroke,
          height: 18 - stroke,
          rx: (rank === 2 ? 4 : 9) - stroke / 2,
        });
  shape.setAttribute('stroke-width', String(stroke));
  if (fill === 'dashed') shape.setAttribute('stroke-dasharray', '3.2 2');
  return picture(document, 20, 18, shape);
}

/** Sign 12×12; `open` has none. */
export function signShape(document: Document, sign: GlyphView['sign']): SVGElement | null {
  const d = SIGNS[sign as keyof typeof SIGNS];
  return d ? picture(document, 12, 12, element(document, 'path', { d, class: sign })) : null;
}

function picture(document: Document, width: number, height: number, shape: SVGElement): SVGElement {
  const svg = element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(shape);
  return svg;
}

function element(document: Document, name: string, attributes: Record<string, string | number>): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
