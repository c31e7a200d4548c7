import type { Cipher } from './cipher.ts';
import type { CacheDatabase, StateRecords, Visible } from './database.ts';
import type { Sentinel } from './sentinel.ts';
import type { StartCopy } from './start-copy.ts';

export interface CacheOptions {
  database: CacheDatabase;
  sentinel: Sentinel;
  /** Where the next start finds what it needs for its first answers; none where not told. */
  copy?: StartCopy;
  /** A stored part turned out missing or unreadable: it was dropped and has to be fetched again. */
  onPartLost?: () => void;
  /** Of the extension; what another one has stored is checked before it is believed. */
  version?: string;
  /** Makes the cipher of a key; AES-GCM where not told otherwise. */
  cipherOf?: (key: string) => Promise<Cipher>;
}

/** What an earlier life left. */
export interface Left {
  /** What was stored is gone and has to be fetched again. */
  emptied: boolean;
  /** The manifest that was being fetched. */
  pending: Visible | null;
}

/** What is known before anything is unsealed. */
export interface Opened {
  stored: boolean;
  backoff: StateRecords['backoff'] | null;
}
