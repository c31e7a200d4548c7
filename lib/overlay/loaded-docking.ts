import type { Badge } from './badge.ts';

/** What moving the docked badge needs of it. */
export interface DockingOptions {
  badge: Badge;
  card: { isOpen(): boolean; close(): void };
  signal: AbortSignal;
}

interface DockingGlobals {
  tierlensDocking?: (options: DockingOptions) => void;
}

/** The code of `parts/docking.js`, once the worker has put it into this page: most pages never dock. */
export function loadedDocking(): DockingGlobals['tierlensDocking'] {
  return (globalThis as DockingGlobals).tierlensDocking;
}

/** What that script does. */
export function addDocking(start: (options: DockingOptions) => void): void {
  (globalThis as DockingGlobals).tierlensDocking = start;
}
