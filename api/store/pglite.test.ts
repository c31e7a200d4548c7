import { describe } from 'vitest';
import { openStore } from './open-store.ts';
import { storeContract } from './test-contract.ts';

describe('embedded store (PGlite)', () => storeContract(() => openStore({ dataDir: null })));
