import type { Cache } from '../cache/cache.ts';
import type { Contact, Visible } from '../cache/database.ts';
import { allParts } from '../contract/all-parts.ts';
import type { PartRef } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import { SyncError } from '../errors/sync-error.ts';
import { Ahead } from './ahead.ts';
import type { ApiClient } from './api-client.ts';
import { fetchParts, type PartTransfer, packsOf } from './fetch-parts.ts';
import type { SyncEvent } from './machine-types.ts';

/** Who is signed in where; null when nobody is. */
export interface Connection {
  apiUrl: string;
  token: string;
  /** What the cache is sealed with; not there before the API was asked for it. */
  cacheKey?: string | undefined;
}

export interface ExchangeOptions {
  cache: Cache;
  /** The connection in force, asked for anew before every exchange. */
  connection: () => Promise<Connection | null>;
  api: (connection: Connection) => ApiClient;
  /** Random id this browser profile has given itself. */
  device: () => Promise<string>;
  /** Keeps the key as long as the credentials. */
  keepCacheKey: (key: string) => Promise<void>;
  /** Clock, ms. */
  now: () => number;
  /** A new answer of `/v1/me` is stored. */
  onMe?: (me: Me) => Promise<void> | void;
  /** Another manifest (or none) is visible. */
  onData?: () => void;
}

/** The steps of a sync between API and cache; each ends in an event of the state table or throws SyncError. */
export class Exchange {
  readonly #options: ExchangeOptions;
  /** The manifest being fetched; read-through answers refer to its glyphs. */
  pending: Visible | null = null;
  /** What a first sync has asked for already. */
  #ahead: Ahead | null = null;
  /** Parts of the pending manifest that are to be fetched. */
  #missing: readonly PartRef[] = [];
  /** Who the API says is signed in. */
  #user = '';
  /** Small records that are being written while the sync goes on. */
  #notes: Promise<unknown> = Promise.resolve();
  /** A part of the visible manifest is gone: an unchanged manifest has to be completed all the same. */
  incomplete = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  async clear(clear: () => Promise<void>): Promise<void> {
    this.pending = null;
    this.incomplete = false;
    // Or one of them would be written after all was removed.
    await this.#takeNotes().catch(() => {});
    try {
      await clear();
    } finally {
      this.#options.onData?.();
    }
  }

  /** Nobody is signed in any more: what is stored is kept for the next sign-in of the same person. */
  lock(): void {
    this.pending = null;
    this.#options.cache.lock();
    this.#options.onData?.();
  }

  async askMe(signal: AbortSignal): Promise<SyncEvent> {
    const { cache, now } = this.#options;
    const { api, apiUrl, cacheKey } = await this.#api();
    this.#notes = Promise.resolve();
    const [me] = await Promise.all([api.me(signal), this.#askAhead(api, signal)]);
    signal.throwIfAborted();
    this.#user = me.user;
    await this.#unlock(cacheKey ?? (await this.#askKey(api, signal)));
    const visible = cache.visible ?? this.pending;
    if (visible !== null && (visible.user !== me.user || visible.apiUrl !== apiUrl)) {
      await this.clear(() => cache.clear());
    }
    const serverMs = Date.parse(me.serverTime);
    const offsetMs = Number.isNaN(serverMs) ? 0 : serverMs - now();
    this.#note(this.#keepMe(me, { serverTime: new Date(now() + offsetMs).toISOString(), offsetMs }));
    const changed = this.incomplete || cache.visible?.manifest.version !== me.manifestVersion;
    if (!changed) {
      this.#keepPending(null);
      await this.#takeNotes();
    }
    return { type: 'me', published: me.manifestVersion !== null, changed };
  }

  async #keepMe(me: Me, contact: Contact): Promise<void> {
    const { cache, onMe } = this.#options;
    await Promise.all([cache.write('contact', contact), cache.write('me', me)]);
    await onMe?.(me);
  }

  /** The sync does not wait for it before its last step; a failure is told then. */
  #note(work: Promise<unknown>): void {
    this.#notes = Promise.all([this.#notes, work]);
    this.#notes.catch(() => {});
  }

  /** All that is being written. It is waited for once: what has failed or hangs is no matter of the next attempt. */
  #takeNotes(): Promise<unknown> {
    const notes = this.#notes;
    this.#notes = Promise.resolve();
    return notes;
  }

  /** Nothing is stored: all that is published will be fetched. */
  async #askAhead(api: ApiClient, signal: AbortSignal): Promise<void> {
    const { cache } = this.#options;
    this.#ahead?.drop();
    const isFirst = cache.visible === null && this.pending === null && (await cache.isEmpty());
    this.#ahead = isFirst ? new Ahead(api, signal) : null;
  }

  async #askKey(api: ApiClient, signal: AbortSignal): Promise<string> {
    const { device, keepCacheKey } = this.#options;
    const key = await api.cacheKey(await device(), signal);
    signal.throwIfAborted();
    await keepCacheKey(key);
    return key;
  }

  async #unlock(key: string): Promise<void> {
    const left = await this.#options.cache.unlock(key);
    if (left === null) return;
    this.pending = left.pending;
    this.incomplete ||= left.emptied;
    this.#options.onData?.();
  }

  async fetchManifest(signal: AbortSignal): Promise<SyncEvent> {
    const { cache } = this.#options;
    const { api, apiUrl } = await this.#api();
    const known = this.pending ?? cache.visible;
    const answer = await (this.#ahead?.manifest ?? api.manifest(known?.etag ?? null, signal));
    signal.throwIfAborted();
    const pending = answer === null ? known : { user: this.#user, apiUrl, ...answer };
    if (pending === null) throw new SyncError('bad-data', { cause: '304 without a manifest' });
    this.#missing = await cache.missingParts(pending.manifest);
    this.#keepPending(pending);
    return { type: 'manifest', missing: this.#missing.length };
  }

  #keepPending(pending: Visible | null): void {
    if (pending === this.pending) return;
    this.pending = pending;
    this.#note(this.#options.cache.write('pending', pending));
  }

  async fetchParts(onProgress: (done: number) => void, signal: AbortSignal): Promise<SyncEvent> {
    const { cache, now } = this.#options;
    const { api } = await this.#api();
    const pending = this.pending;
    if (pending === null) throw new SyncError('bad-data', { cause: 'parts without a manifest' });
    const missing = this.#missing;
    const isAll = missing.length === allParts(pending.manifest).length;
    const stream = isAll ? await this.#ahead?.partsOf(pending.etag) : null;
    const transfer: PartTransfer = {
      fetch: stream?.read ?? api.parts,
      seal: (ref, bytes) => cache.seal(ref, bytes),
      store: (parts) => cache.putParts(parts),
      onProgress,
      now,
    };
    try {
      await fetchParts(stream ? [missing] : packsOf(missing), transfer, signal);
    } finally {
      this.#ahead?.drop();
      this.#ahead = null;
    }
    return { type: 'fetched' };
  }

  async switch(): Promise<SyncEvent> {
    const { cache } = this.#options;
    const pending = this.pending;
    if (pending === null) throw new SyncError('bad-data', { cause: 'nothing to switch to' });
    await this.#takeNotes();
    await cache.switchTo(pending);
    this.pending = null;
    this.incomplete = false;
    this.#options.onData?.();
    return { type: 'switched' };
  }

  async #api(): Promise<{ api: ApiClient } & Connection> {
    const connection = await this.#options.connection();
    if (connection === null) throw new SyncError('wrong-token', { cause: 'no credentials' });
    return { api: this.#options.api(connection), ...connection };
  }
}
