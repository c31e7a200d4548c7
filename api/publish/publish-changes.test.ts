import { describe } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { changesContract } from './test-changes-contract.ts';

describe('changes in the embedded store (PGlite)', () => changesContract(() => openStore({ dataDir: null })));
