import type { CrmDefinition } from './types.ts';

interface CrmGlobals {
  tierlensCrms?: Record<string, CrmDefinition>;
}

/**
 * CRMs whose scripts (`crms/<id>.js`, registered before the content script) have run in this world. They are
 * files of their own so that a page loads the code of its own CRM and of no other.
 */
export function loadedCrms(): CrmDefinition[] {
  return Object.values((globalThis as CrmGlobals).tierlensCrms ?? {});
}

/** What the script of a CRM does; running twice changes nothing. */
export function addCrms(definitions: readonly CrmDefinition[]): void {
  const globals = globalThis as CrmGlobals;
  globals.tierlensCrms ??= {};
  for (const definition of definitions) globals.tierlensCrms[definition.id] = definition;
}
