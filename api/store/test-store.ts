import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File with a store in memory as it is after its migrations. */
    emptyStore: string;
  }
}

/** An embedded store in memory: a copy of an empty one, since making a database takes seconds. */
export function openTestStore(): Promise<Store> {
  return openStore({ dataDir: null, copyOf: new Blob([readFileSync(inject('emptyStore'))]) });
}
