import type { Layer } from '../../lib/contract/manifest.ts';
import type { Role } from '../../lib/contract/me.ts';

/** Who asks, with all rights already resolved; row-level security sees nothing else of a request. */
export interface Caller {
  personId: string;
  role: Role;
  team: string | null;
  /** Territories, sorted by code units. */
  scopes: readonly string[];
  layers: readonly Layer[];
}

/** Separates list items in a setting; the import refuses control characters in names. */
const SEPARATOR = '\u001f';

/** The settings (`app.*`) that the row-level policies read. */
export function callerSettings(caller: Caller): Record<string, string> {
  return {
    'app.person': caller.personId,
    'app.role': caller.role,
    'app.team': caller.team ?? '',
    'app.scopes': caller.scopes.join(SEPARATOR),
    'app.layers': caller.layers.join(SEPARATOR),
  };
}
