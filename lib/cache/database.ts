import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { Communication, CommunicationInput } from '../contract/communications.ts';
import type { Feedback, FeedbackInput } from '../contract/feedback.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import type { ErrorCode } from '../contract/page-messages.ts';
import type { Bundle, StoredBundle } from './bundles.ts';

/** What a look-up may see: one manifest, all of whose parts are stored. */
export interface Visible {
  /** Whose data these are; another user's sign-in clears them. */
  user: string;
  apiUrl: string;
  etag: string | null;
  manifest: Manifest;
  /** Version of the extension that has checked and stored it. */
  checkedBy?: string;
}

/** Last time the API answered, by its clock. */
export interface Contact {
  /** ISO time of the server. */
  serverTime: string;
  /** Server clock minus our clock, ms. */
  offsetMs: number;
}

/** Something the user has written that the API has not confirmed yet. */
export type OutboxEntry = {
  id: string;
  /** Whose it is: it is sent for nobody else, and nowhere else. */
  user: string;
  apiUrl: string;
  /** ISO time by our clock. */
  queuedAt: string;
  /** The API will not take it; sending it again is no use. */
  refused: boolean;
} & ({ kind: 'feedback'; input: FeedbackInput } | { kind: 'communication'; input: CommunicationInput });

/** What one customer was told, as the API said last. */
export interface ToldRecord {
  items: Communication[];
  /** When it was asked, ms. */
  at: number;
}

/** The user's own reports, as the API said last. */
export interface ReportsRecord {
  items: Feedback[];
  /** Ids of reports whose answer the user has seen. */
  read: string[];
}

/** Small records beside the parts, one per name. */
export interface StateRecords {
  visible: Visible;
  /** The manifest whose parts are being fetched: after a kill only the missing ones are asked for. */
  pending: Visible;
  contact: Contact;
  me: Me;
  reports: ReportsRecord;
  backoff: { attempt: number; until: number; error: ErrorCode };
  /** Which key sealed all this. */
  keyId: string;
  /** Version of the visible manifest: tells another client of this database that it has changed. */
  stamp: string;
}

export class CacheDatabase extends Dexie {
  /** Sealed parts, several to a record, by the key of their `Bundle`. */
  declare parts: Table<StoredBundle, string>;
  declare state: Table<unknown, keyof StateRecords>;
  /** Sealed `OutboxEntry` by id. */
  declare outbox: Table<ArrayBuffer, string>;
  /** Sealed `ToldRecord` by the account's name of `Cipher.nameOf`. */
  declare told: Table<ArrayBuffer, string>;

  constructor(name: string, options?: DexieOptions) {
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores({ parts: '', state: '' });
    this.version(2)
      .stores({ outbox: '', told: '' })
      // What the first version stored was not sealed.
      .upgrade((upgrade) => Promise.all([upgrade.table('parts').clear(), upgrade.table('state').clear()]));
    // Parts were of another format until then; they are fetched anew.
    this.version(4).upgrade((upgrade) =>
      Promise.all([
        upgrade.table('parts').clear(),
        upgrade.table('state').bulkDelete(['visible', 'pending', 'stamp']),
      ]),
    );
  }

  /** The same as `parts.get`, without what a library adds to each read: rows and glyphs wait for it. */
  async getParts(key: string): Promise<unknown> {
    const database = await this.#opened();
    return answerOf(database.transaction('parts').objectStore('parts').get(key));
  }

  /** Some small records, read at once. */
  async readState(names: readonly (keyof StateRecords)[]): Promise<unknown[]> {
    const database = await this.#opened();
    const state = database.transaction('state').objectStore('state');
    return Promise.all(names.map((name) => answerOf(state.get(name))));
  }

  /** Keys of all records that hold parts. */
  async partKeys(): Promise<string[]> {
    const database = await this.#opened();
    const keys = await answerOf(database.transaction('parts').objectStore('parts').getAllKeys());
    return keys as string[];
  }

  /** All small records and the keys of all parts, read at once: a start waits for one transaction instead of ten. */
  async readAll(): Promise<{ state: Map<string, unknown>; keys: string[] }> {
    const database = await this.#opened();
    const transaction = database.transaction(['state', 'parts']);
    const state = transaction.objectStore('state');
    const [names, records, keys] = await Promise.all([
      answerOf(state.getAllKeys()),
      answerOf<unknown[]>(state.getAll()),
      answerOf(transaction.objectStore('parts').getAllKeys()),
    ]);
    return {
      state: new Map(names.map((name, i) => [String(name), records[i]])),
      keys: keys as string[],
    };
  }

  /**
   * Stores parts in one transaction that does not wait for the disk: what the power takes does not open under its
   * seal, and is fetched again.
   */
  putParts(bundles: readonly Bundle[]): Promise<void> {
    return this.#putSoon(
      'parts',
      bundles.map(({ key, stored }) => [key, stored]),
    );
  }

  /** Stores a record that may be lost with the power, for it is asked for again. */
  putState(name: keyof StateRecords, value: unknown): Promise<void> {
    return this.#putSoon('state', [[name, value]]);
  }

  async #opened(): Promise<IDBDatabase> {
    if (!this.isOpen()) await this.open();
    return this.backendDB();
  }

  async #putSoon(table: string, entries: readonly (readonly [key: string, value: unknown])[]): Promise<void> {
    const database = await this.#opened();
    const transaction = database.transaction(table, 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore(table);
    for (const [key, value] of entries) store.put(value, key);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was given up'));
    });
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the read failed'));
  });
}
