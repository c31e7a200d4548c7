/** Red, green, blue 0–255 and alpha 0–1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** Relative luminance 0–1 (WCAG). */
export function luminance([red, green, blue]: Rgba): number {
  const channel = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

/** The two legacy forms browsers compute colours to; null for any other colour space. */
export function parseRgb(text: string): Rgba | null {
  const match = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
  if (!match) return null;
  return [
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
    match[4] === undefined ? 1 : Number(match[4]),
  ];
}

/** Black text has the higher contrast above this luminance, white text below. */
const MIDDLE = 0.179;

/**
 * True where the page is dark behind `element`: the first opaque background upwards decides, or, above a
 * picture, the text colour (light text means a dark ground).
 */
export function isDarkBehind(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const style = view.getComputedStyle(node);
    const colour = toRgba(style.backgroundColor);
    if (colour[3] >= 0.5) return luminance(colour) < MIDDLE;
    if (style.backgroundImage !== 'none') return luminance(toRgba(style.color)) > MIDDLE;
  }
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  return (
    /dark/.test(scheme) && (!/light/.test(scheme) || view.matchMedia('(prefers-color-scheme:dark)').matches)
  );
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode();
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function toRgba(colour: string): Rgba {
  return parseRgb(colour) ?? paint(colour);
}

/** Any other colour space, resolved by painting one pixel. */
function paint(colour: string): Rgba {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return [255, 255, 255, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 255, green = 255, blue = 255, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
