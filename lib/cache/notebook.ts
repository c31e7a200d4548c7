import type { Communication } from '../contract/communications.ts';
import type { CacheDatabase, OutboxEntry, ReportsRecord, ToldRecord } from './database.ts';
import { storageError } from './storage-error.ts';

const NO_REPORTS: ReportsRecord = { items: [], read: [] };

/**
 * What the user writes about customers and what came back, beside the parts. The cache empties it with them;
 * what still waits to be sent goes only with the sign-out.
 */
export class Notebook {
  readonly #db: CacheDatabase;

  constructor(database: CacheDatabase) {
    this.#db = database;
  }

  /** Entries of one user at one API, oldest first. @throws SyncError 'storage-broken', 'storage-full' */
  async outbox(user: string, apiUrl: string): Promise<OutboxEntry[]> {
    const entries = await guarded(() => this.#db.outbox.toArray());
    return entries
      .filter((entry) => entry.user === user && entry.apiUrl === apiUrl)
      .sort((a, b) => Date.parse(a.queuedAt) - Date.parse(b.queuedAt));
  }

  put(entry: OutboxEntry): Promise<void> {
    return guarded(async () => {
      await this.#db.outbox.put(entry, entry.id);
    });
  }

  remove(id: string): Promise<void> {
    return guarded(() => this.#db.outbox.delete(id));
  }

  /** What a customer was told as last heard; null where it was never asked. */
  async told(accountId: string): Promise<ToldRecord | null> {
    return (await guarded(() => this.#db.told.get(accountId))) ?? null;
  }

  /** @param at clock, ms */
  setTold(accountId: string, items: Communication[], at: number): Promise<void> {
    return guarded(async () => {
      await this.#db.told.put({ items, at }, accountId);
    });
  }

  async reports(): Promise<ReportsRecord> {
    const stored = await guarded(() => this.#db.state.get('reports'));
    return (stored as ReportsRecord | undefined) ?? NO_REPORTS;
  }

  setReports(reports: ReportsRecord): Promise<void> {
    return guarded(async () => {
      await this.#db.state.put(reports, 'reports');
    });
  }
}

async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}
