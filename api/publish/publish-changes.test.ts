import { describe } from 'vitest';
import { openTestStore } from '../store/test-store.ts';
import { changesContract } from './test-changes-contract.ts';

describe('changes in the embedded store (PGlite)', () => changesContract(() => openTestStore()));
