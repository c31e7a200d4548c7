import type { DockPlace } from '../contract/crm-settings.ts';
import type { Box } from './fit.ts';

/** The docked badge (px) and its distance from the viewport's edges. */
export const DOCK = { width: 136, height: 24, edge: 16 } as const;
/** One press of an arrow key moves the badge by this share of the free width or height. */
const STEP = 0.05;

const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The place one arrow key further, or null for other keys. */
export function stepped(place: DockPlace, key: string): DockPlace | null {
  const step = STEPS[key];
  return step ? clamped(place.x + step[0], place.y + step[1]) : null;
}

/** The place whose upper left corner is nearest to a point, inside the viewport. */
export function placeAt(left: number, top: number, viewport: { width: number; height: number }): DockPlace {
  const across = viewport.width - DOCK.width - 2 * DOCK.edge;
  const down = viewport.height - DOCK.height - 2 * DOCK.edge;
  return clamped((left - DOCK.edge) / Math.max(1, across), (top - DOCK.edge) / Math.max(1, down));
}

/** As style sheet: shares of the free space, so that the badge stays inside however the window is sized. */
export function placeCss({ x, y }: DockPlace, hidden: boolean): string {
  const { width, height, edge } = DOCK;
  const left = `calc(${edge}px + ${x}*max(0px,100vw - ${width + 2 * edge}px))`;
  const top = `calc(${edge}px + ${y}*max(0px,100vh - ${height + 2 * edge}px))`;
  return `:host{inset:${top} auto auto ${left}!important;${hidden ? 'visibility:hidden!important' : ''}}button{touch-action:none}`;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function clamped(x: number, y: number): DockPlace {
  return { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) };
}
