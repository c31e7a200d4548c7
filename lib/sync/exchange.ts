import type { Cache } from '../cache/cache.ts';
import type { Visible } from '../cache/database.ts';
import type { FetchedPart } from '../cache/verify-part.ts';
import type { PartRef } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import { SyncError } from '../errors/sync-error.ts';
import type { ApiClient } from './api-client.ts';
import { fetchParts } from './fetch-parts.ts';
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
  /** Asked for together with `/v1/me` where nothing is visible yet: a first sync needs it whatever that says. */
  #ahead: ReturnType<ApiClient['manifest']> | null = null;
  /** Parts of the pending manifest that are to be fetched. */
  #missing: readonly PartRef[] = [];
  /** Who the API says is signed in. */
  #user = '';
  /** A part of the visible manifest is gone: an unchanged manifest has to be completed all the same. */
  incomplete = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  async clear(clear: () => Promise<void>): Promise<void> {
    this.pending = null;
    this.incomplete = false;
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
    const asked = api.me(signal);
    const isFirst = cache.visible === null && this.pending === null && cacheKey !== undefined;
    this.#ahead = isFirst ? ahead(api.manifest(null, signal)) : null;
    const me = await asked;
    signal.throwIfAborted();
    this.#user = me.user;
    await this.#unlock(cacheKey ?? (await this.#askKey(api, signal)));
    const visible = cache.visible ?? this.pending;
    if (visible !== null && (visible.user !== me.user || visible.apiUrl !== apiUrl)) {
      await this.clear(() => cache.clear());
    }
    const serverMs = Date.parse(me.serverTime);
    const offsetMs = Number.isNaN(serverMs) ? 0 : serverMs - now();
    const contact = { serverTime: new Date(now() + offsetMs).toISOString(), offsetMs };
    await Promise.all([cache.write('contact', contact), cache.write('me', me)]);
    await this.#options.onMe?.(me);
    const changed = this.incomplete || cache.visible?.manifest.version !== me.manifestVersion;
    if (!changed) await this.#keepPending(null);
    return { type: 'me', published: me.manifestVersion !== null, changed };
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
    const asked = this.#ahead ?? api.manifest(known?.etag ?? null, signal);
    this.#ahead = null;
    const answer = await asked;
    signal.throwIfAborted();
    const pending = answer === null ? known : { user: this.#user, apiUrl, ...answer };
    if (pending === null) throw new SyncError('bad-data', { cause: '304 without a manifest' });
    const [missing] = await Promise.all([cache.missingParts(pending.manifest), this.#keepPending(pending)]);
    this.#missing = missing;
    return { type: 'manifest', missing: missing.length };
  }

  async #keepPending(pending: Visible | null): Promise<void> {
    if (pending === this.pending) return;
    await this.#options.cache.write('pending', pending);
    this.pending = pending;
  }

  async fetchParts(onProgress: (done: number) => void, signal: AbortSignal): Promise<SyncEvent> {
    const { cache, now } = this.#options;
    const { api } = await this.#api();
    const pending = this.pending;
    if (pending === null) throw new SyncError('bad-data', { cause: 'parts without a manifest' });
    const transfer = {
      fetch: api.parts,
      store: (parts: readonly FetchedPart[]) => cache.putParts(parts),
      onProgress,
      now,
    };
    await fetchParts(this.#missing, transfer, signal);
    return { type: 'fetched' };
  }

  async switch(): Promise<SyncEvent> {
    const { cache } = this.#options;
    const pending = this.pending;
    if (pending === null) throw new SyncError('bad-data', { cause: 'nothing to switch to' });
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

/** A failure is told to whoever waits for the answer later, and to nobody else. */
function ahead<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {});
  return answer;
}
