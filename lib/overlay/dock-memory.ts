import type { DockPlace } from '../contract/crm-settings.ts';
import type { DockMemory } from './docking.ts';

interface MemoryRuntime {
  sendMessage(message: unknown): Promise<unknown>;
}

/** The worker keeps the place of the docked badge; without an answer it stands where it always stands. */
export function dockMemory(runtime: MemoryRuntime): DockMemory {
  return {
    async read() {
      const answer = await runtime.sendMessage({ verb: 'dock' }).catch(() => null);
      return (answer as { value?: DockPlace | null } | null)?.value ?? null;
    },
    write(place) {
      runtime.sendMessage({ verb: 'setDock', place }).catch(() => {});
    },
  };
}
