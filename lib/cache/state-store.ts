import { SyncError } from '../errors/sync-error.ts';
import type { Cipher } from './cipher.ts';
import type { CacheDatabase, StateRecords } from './database.ts';
import { guarded } from './storage-error.ts';

/** Records that name customers, colleagues or the company: sealed. The others are needed while locked. */
const SEALED: ReadonlySet<string> = new Set([
  'visible',
  'pending',
  'me',
  'reports',
] satisfies (keyof StateRecords)[]);

/** Records that tell of customers, or of what is stored of them. */
export const CUSTOMER_RECORDS = ['visible', 'pending', 'reports', 'stamp'] satisfies (keyof StateRecords)[];

/** Records that the next exchange with the API writes again: they do not wait for the disk. */
const WRITTEN_SOON: ReadonlySet<string> = new Set([
  'contact',
  'me',
  'pending',
  'backoff',
] satisfies (keyof StateRecords)[]);

/** The small records beside the parts, sealed where they tell something. */
export class StateStore {
  readonly #db: CacheDatabase;
  readonly #cipher: () => Cipher | null;
  /** What the start has read, until somebody may have written since. */
  #read: ReadonlyMap<string, unknown> | null = null;

  /** @param cipher the one in force; null while locked */
  constructor(db: CacheDatabase, cipher: () => Cipher | null) {
    this.#db = db;
    this.#cipher = cipher;
  }

  /** All records as an earlier life left them. A database that cannot be read is made anew. @throws SyncError */
  async readLeft(): Promise<ReadonlyMap<string, unknown>> {
    try {
      await this.#db.open();
    } catch {
      await guarded(() => this.#db.delete());
    }
    return guarded(() => this.#db.readAllState());
  }

  /** Answers from these records until `forget` is called or one is written. */
  remember(records: ReadonlyMap<string, unknown>): void {
    this.#read = records;
  }

  /** Another client of the database may have written meanwhile. */
  forget(): void {
    this.#read = null;
  }

  /** Undefined where there is none, or none that opens with the key at hand. */
  async read<K extends keyof StateRecords>(name: K): Promise<StateRecords[K] | undefined> {
    const stored = this.#read === null ? (await this.#db.readState([name]))[0] : this.#read.get(name);
    if (!SEALED.has(name)) return stored as StateRecords[K] | undefined;
    const cipher = this.#cipher();
    if (cipher === null || !(stored instanceof ArrayBuffer)) return undefined;
    try {
      return JSON.parse(new TextDecoder().decode(await cipher.open(name, stored))) as StateRecords[K];
    } catch {
      return undefined;
    }
  }

  async write<K extends keyof StateRecords>(name: K, value: StateRecords[K] | null): Promise<void> {
    this.forget();
    const stored = value === null ? null : await this.stored(name, value);
    if (stored !== null && WRITTEN_SOON.has(name)) return this.#db.putState(name, stored);
    await this.#db.change(['state'], (change) =>
      stored === null ? change.delete('state', name) : change.put('state', name, stored),
    );
  }

  /** The form in which a record is put; made before a transaction begins, which would not wait for it. */
  async stored<K extends keyof StateRecords>(name: K, value: StateRecords[K]): Promise<unknown> {
    if (!SEALED.has(name)) return value;
    const cipher = this.#cipher();
    if (cipher === null) throw new SyncError('storage-broken', { cause: 'locked' });
    return cipher.seal(name, new TextEncoder().encode(JSON.stringify(value)));
  }
}
