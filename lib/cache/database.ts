import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { Manifest } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import type { ErrorCode } from '../contract/page-messages.ts';

/** What a look-up may see: one manifest, all of whose parts are stored. */
export interface Visible {
  /** Whose data these are; another user's sign-in clears them. */
  user: string;
  apiUrl: string;
  etag: string | null;
  manifest: Manifest;
}

/** Last time the API answered, by its clock. */
export interface Contact {
  /** ISO time of the server. */
  serverTime: string;
  /** Server clock minus our clock, ms. */
  offsetMs: number;
}

/** Small records beside the parts, one per name. */
export interface StateRecords {
  visible: Visible;
  /** The manifest whose parts are being fetched: after a kill only the missing ones are asked for. */
  pending: Visible;
  contact: Contact;
  me: Me;
  backoff: { attempt: number; until: number; error: ErrorCode };
}

/** Parts lie under their last hash and digest: a first sync, which comes in hash order, appends to the B-tree. */
export class CacheDatabase extends Dexie {
  declare parts: Table<ArrayBuffer, string>;
  declare state: Table<StateRecords[keyof StateRecords], keyof StateRecords>;

  constructor(name: string, options?: DexieOptions) {
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores({ parts: '', state: '' });
  }
}
