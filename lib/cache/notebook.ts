import type { Communication } from '../contract/communications.ts';
import { SyncError } from '../errors/sync-error.ts';
import type { Cache } from './cache.ts';
import type { CacheDatabase, OutboxEntry, ReportsRecord, ToldRecord } from './database.ts';
import { guarded } from './storage-error.ts';

const NO_REPORTS: ReportsRecord = { items: [], read: [] };

/**
 * What the user writes about customers and what came back, beside the parts and sealed like them. The cache empties
 * it with them; what still waits to be sent goes only with the sign-out. Every method throws SyncError
 * 'storage-broken' or 'storage-full'.
 */
export class Notebook {
  readonly #db: CacheDatabase;
  readonly #cache: Pick<Cache, 'cipher' | 'read' | 'write'>;

  constructor(database: CacheDatabase, cache: Pick<Cache, 'cipher' | 'read' | 'write'>) {
    this.#db = database;
    this.#cache = cache;
  }

  /** Entries of one user at one API, oldest first. */
  async outbox(user: string, apiUrl: string): Promise<OutboxEntry[]> {
    const ids = await guarded(() => this.#db.keys('outbox'));
    const entries = await Promise.all(
      ids.map((id) => this.#open<OutboxEntry>(`outbox ${id}`, () => this.#db.get('outbox', id))),
    );
    return entries
      .filter((entry) => entry !== null)
      .filter((entry) => entry.user === user && entry.apiUrl === apiUrl)
      .sort((a, b) => Date.parse(a.queuedAt) - Date.parse(b.queuedAt));
  }

  async put(entry: OutboxEntry): Promise<void> {
    const sealed = await this.#seal(`outbox ${entry.id}`, entry);
    await guarded(() => this.#db.change(['outbox'], (change) => change.put('outbox', entry.id, sealed)));
  }

  remove(id: string): Promise<void> {
    return guarded(() => this.#db.change(['outbox'], (change) => change.delete('outbox', id)));
  }

  /** What a customer was told as last heard; null where it was never asked. */
  async told(accountId: string): Promise<ToldRecord | null> {
    const name = await this.#cache.cipher?.nameOf(accountId);
    if (name === undefined) return null;
    return this.#open<ToldRecord>(`told ${name}`, () => this.#db.get('told', name));
  }

  /** @param at clock, ms */
  async setTold(accountId: string, items: Communication[], at: number): Promise<void> {
    const name = (await this.#cache.cipher?.nameOf(accountId)) ?? '';
    const sealed = await this.#seal(`told ${name}`, { items, at } satisfies ToldRecord);
    await guarded(() => this.#db.change(['told'], (change) => change.put('told', name, sealed)));
  }

  async reports(): Promise<ReportsRecord> {
    return (await this.#cache.read('reports')) ?? NO_REPORTS;
  }

  setReports(reports: ReportsRecord): Promise<void> {
    return this.#cache.write('reports', reports);
  }

  #seal(name: string, value: unknown): Promise<ArrayBuffer> {
    const { cipher } = this.#cache;
    if (cipher === null) return Promise.reject(new SyncError('storage-broken', { cause: 'locked' }));
    return cipher.seal(name, new TextEncoder().encode(JSON.stringify(value)));
  }

  /** Null where there is nothing, or nothing that opens with the key at hand. */
  async #open<T>(name: string, get: () => PromiseLike<ArrayBuffer | undefined>): Promise<T | null> {
    const sealed = await guarded(get);
    const { cipher } = this.#cache;
    if (cipher === null || sealed === undefined) return null;
    try {
      return JSON.parse(new TextDecoder().decode(await cipher.open(name, sealed))) as T;
    } catch {
      return null;
    }
  }
}
