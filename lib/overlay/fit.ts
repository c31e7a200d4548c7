/** A rectangle in viewport pixels. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A title and its surroundings, measured. */
export interface TitleMeasure {
  /** The title's text, not its box. */
  text: Box;
  /** True where the text does not fit its box (cut off or with an ellipsis). */
  cut: boolean;
  /** Height of the element that holds title and badge. */
  rowHeight: number;
}

/** Sub-pixel differences do not count (px). */
const TOLERANCE = 1.5;

/**
 * Does a host, put in after the title, stand on the title's line without pushing or covering anything?
 * @param clip the box that is visible: what sticks out of it is cut off
 */
export function fitsOnLine(before: TitleMeasure, after: TitleMeasure, host: Box, clip: Box): boolean {
  const textGrew = height(after.text) > height(before.text) + TOLERANCE;
  const rowGrew = after.rowHeight > before.rowHeight + TOLERANCE;
  if (textGrew || rowGrew || (after.cut && !before.cut)) return false;
  const middle = (host.top + host.bottom) / 2;
  const onLine = middle >= after.text.top - TOLERANCE && middle <= after.text.bottom + TOLERANCE;
  const inside =
    host.left >= clip.left - TOLERANCE &&
    host.right <= clip.right + TOLERANCE &&
    middle >= clip.top &&
    middle <= clip.bottom;
  return onLine && inside && !overlap(host, after.text);
}

function height(box: Box): number {
  return box.bottom - box.top;
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right - TOLERANCE &&
    a.right > b.left + TOLERANCE &&
    a.top < b.bottom - TOLERANCE &&
    a.bottom > b.top + TOLERANCE
  );
}
