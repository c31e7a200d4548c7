import type { Communication, CommunicationInput } from '../contract/communications.ts';
import type { Feedback, FeedbackInput } from '../contract/feedback.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import type { ErrorCode } from '../contract/page-messages.ts';
import { Connection } from '../util/connection.ts';
import { answerOf, deleteDatabase, openDatabase, transact } from '../util/indexed-db.ts';
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

/** What each store holds. */
interface Stored {
  /** Sealed parts, several to a record, by the key of their `Bundle`. */
  parts: StoredBundle;
  /** `StateRecords` by name. */
  state: unknown;
  /** Sealed `OutboxEntry` by id. */
  outbox: ArrayBuffer;
  /** Sealed `ToldRecord` by the account's name of `Cipher.nameOf`. */
  told: ArrayBuffer;
}
export type StoreName = keyof Stored;

/** A transaction under way: it ends by itself once nothing more is asked of it. */
class Reading {
  protected readonly transaction: IDBTransaction;

  constructor(transaction: IDBTransaction) {
    this.transaction = transaction;
  }

  get<S extends StoreName>(store: S, key: string): Promise<Stored[S] | undefined> {
    return answerOf(this.transaction.objectStore(store).get(key));
  }

  /** Keys of all records of a store, ascending. */
  keys(store: StoreName): Promise<string[]> {
    return answerOf(this.transaction.objectStore(store).getAllKeys()) as Promise<string[]>;
  }

  /** All records of a store, by their keys. */
  all<S extends StoreName>(store: S): Promise<Stored[S][]> {
    return answerOf(this.transaction.objectStore(store).getAll());
  }
}

/** The same where records may also be put and removed. */
export class Change extends Reading {
  async put<S extends StoreName>(store: S, key: string, value: Stored[S]): Promise<void> {
    await answerOf(this.transaction.objectStore(store).put(value, key));
  }

  delete(store: StoreName, key: string): Promise<void> {
    return answerOf(this.transaction.objectStore(store).delete(key));
  }

  clear(store: StoreName): Promise<void> {
    return answerOf(this.transaction.objectStore(store).clear());
  }
}

const VERSION = 40;

/** What the extension keeps in IndexedDB; opened when it is first asked, and again where the browser has closed it. */
export class CacheDatabase {
  readonly #name: string;
  readonly #connection: Connection<IDBDatabase>;

  constructor(name: string) {
    this.#name = name;
    this.#connection = new Connection((onClosed) =>
      openDatabase({ name, version: VERSION, upgrade, onClosed }),
    );
  }

  /** @throws where it is damaged beyond repair */
  async open(): Promise<void> {
    await this.#connection.open();
  }

  close(): void {
    this.#connection.close();
  }

  async delete(): Promise<void> {
    this.close();
    await deleteDatabase(this.#name);
  }

  async get<S extends StoreName>(store: S, key: string): Promise<Stored[S] | undefined> {
    return (await this.#reading(store)).get(store, key);
  }

  /** Keys of all records of a store, ascending. */
  async keys(store: StoreName): Promise<string[]> {
    return (await this.#reading(store)).keys(store);
  }

  /** Some small records, read at once. */
  async readState(names: readonly (keyof StateRecords)[]): Promise<unknown[]> {
    const reading = await this.#reading('state');
    return Promise.all(names.map((name) => reading.get('state', name)));
  }

  /** All small records by name, read at once: a start waits for one transaction instead of ten. */
  async readAllState(): Promise<Map<string, unknown>> {
    const reading = await this.#reading('state');
    const [names, records] = await Promise.all([reading.keys('state'), reading.all('state')]);
    return new Map(names.map((name, i) => [name, records[i]]));
  }

  /**
   * Stores parts in one transaction that does not wait for the disk: what the power takes does not open under its
   * seal, and is fetched again.
   */
  putParts(bundles: readonly Bundle[]): Promise<void> {
    return this.#transact(['parts'], 'relaxed', async (change) => {
      await Promise.all(bundles.map(({ key, stored }) => change.put('parts', key, stored)));
    });
  }

  /** Stores a record that may be lost with the power, for it is asked for again. */
  putState(name: keyof StateRecords, value: unknown): Promise<void> {
    return this.#transact(['state'], 'relaxed', (change) => change.put('state', name, value));
  }

  /** Runs work in one transaction and waits until it is on the disk. Where the work fails, nothing of it is kept. */
  change<T>(stores: readonly StoreName[], work: (change: Change) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'strict', work);
  }

  async #reading(store: StoreName): Promise<Reading> {
    return new Reading((await this.#connection.open()).transaction(store));
  }

  async #transact<T>(
    stores: readonly StoreName[],
    durability: 'strict' | 'relaxed',
    work: (change: Change) => Promise<T>,
  ): Promise<T> {
    const database = await this.#connection.open();
    return transact(database, stores, durability, (transaction) => work(new Change(transaction)));
  }
}

/** Versions count in tens. */
function upgrade(database: IDBDatabase, from: number, transaction: IDBTransaction): void {
  if (from < 10) {
    database.createObjectStore('parts');
    database.createObjectStore('state');
  }
  if (from < 20) {
    database.createObjectStore('outbox');
    database.createObjectStore('told');
    // What the first version stored was not sealed.
    transaction.objectStore('parts').clear();
    transaction.objectStore('state').clear();
  }
  if (from < 40) {
    // Parts were of another format until then; they are fetched anew.
    transaction.objectStore('parts').clear();
    for (const name of ['visible', 'pending', 'stamp']) transaction.objectStore('state').delete(name);
  }
}
