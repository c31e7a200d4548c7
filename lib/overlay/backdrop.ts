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

/** Black text has the higher contrast above this luminance, white text below. */
const MIDDLE = 0.179;

/**
 * True where the page is dark behind `element`: the first opaque background upwards decides, or, above a
 * picture, the text colour (light text means a dark ground).
 */
export function isDarkBehind(element: Element): boolean {
  return darkness()(element);
}

/** `isDarkBehind` for many elements at one moment: what they have in common is read once. */
export function darkness(): (element: Element) => boolean {
  const seen = new Map<Element, boolean>();
  return function isDark(element: Element): boolean {
    const known = seen.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const dark = ownGround(element) ?? (parent ? isDark(parent) : isDarkScheme(element));
    seen.set(element, dark);
    return dark;
  };
}

/** Null where the element lets its parent's ground through. */
function ownGround(element: Element): boolean | null {
  const { backgroundColor, backgroundImage, color } = getComputedStyle(element);
  const ground = paint(backgroundColor);
  if (ground[3] >= 0.5) return luminance(ground) < MIDDLE;
  return backgroundImage === 'none' ? null : luminance(paint(color)) > MIDDLE;
}

function isDarkScheme(root: Element): boolean {
  const scheme = getComputedStyle(root).colorScheme;
  return /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme:dark)').matches);
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode();
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

const painted = new Map<string, Rgba>();
let canvas: OffscreenCanvasRenderingContext2D | null = null;

/** A colour of any colour space, resolved by painting one pixel. */
function paint(colour: string): Rgba {
  let rgba = painted.get(colour);
  if (!rgba) {
    canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!canvas) return [255, 255, 255, 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    rgba = [red, green, blue, alpha / 255];
    painted.set(colour, rgba);
  }
  return rgba;
}
