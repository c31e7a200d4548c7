import type { LinkedPage } from '../util/linked-page.ts';
import type { Badge } from './badge.ts';
import type { CardFrame, CardFrameOptions } from './card-frame.ts';

/** What moving the docked badge needs of it. */
export interface DockingOptions {
  badge: Badge;
  card: { isOpen(): boolean; close(): void };
  /** Present where the account is to be followed by its link on the page. */
  linked: LinkedPage | undefined;
  signal: AbortSignal;
}

/** Code the worker puts into a page only when it is needed there: most badges never dock, and few are hovered. */
interface Parts {
  docking?: (options: DockingOptions) => void;
  card?: (options: CardFrameOptions) => CardFrame;
}

interface PartGlobals {
  tierlensParts?: Parts;
}

/** The parts this page has so far. */
export function loadedParts(): Parts {
  const globals = globalThis as PartGlobals;
  globals.tierlensParts ??= {};
  return globals.tierlensParts;
}
