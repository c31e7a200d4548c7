import type { Cache } from '../cache/cache.ts';
import type { Visible } from '../cache/database.ts';
import type { Me } from '../contract/me.ts';
import { SyncError } from '../errors/sync-error.ts';
import type { ApiClient } from './api-client.ts';
import { fetchParts } from './fetch-parts.ts';
import { step } from './machine.ts';
import type { Effect, SyncEvent, SyncState } from './machine-types.ts';

/** Who is signed in where; null when nobody is. */
export interface Connection {
  apiUrl: string;
  token: string;
}

export interface SyncOptions {
  cache: Cache;
  /** The connection in force, asked for anew before every exchange. */
  connection: () => Promise<Connection | null>;
  dropCredentials: () => Promise<void>;
  api: (connection: Connection) => ApiClient;
  /** Clock, ms. */
  now: () => number;
  /** Random number in [0, 1). */
  random: () => number;
  /** Runs `work` while no other context of the extension syncs. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called after every step of the table. */
  onChange?: (state: SyncState) => void;
  /** A new answer of `/v1/me` is stored. */
  onMe?: (me: Me) => Promise<void> | void;
  /** Another manifest (or none) is visible. */
  onData?: () => void;
}

/** Carries out what the state table decides; all waiting is the caller's, by `tick`. */
export class Sync {
  readonly #options: SyncOptions;
  #state: SyncState = { name: 'booting' };
  #queue: Effect[] = [];
  #abort = new AbortController();
  #driving: Promise<void> | null = null;
  #losses = 0;
  #pending: Visible | null = null;
  /** A part of the visible manifest is gone: an unchanged manifest has to be completed all the same. */
  #incomplete = false;

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  get state(): SyncState {
    return this.#state;
  }

  /** The manifest being fetched; read-through answers refer to its glyphs. */
  get pending(): Visible | null {
    return this.#pending;
  }

  /** Begun and left by an earlier life of the worker: to be gone on with. */
  get unfinished(): boolean {
    if (this.#state.name !== 'idle' || this.#state.error !== null) return false;
    return this.#pending !== null || this.#incomplete || this.#options.cache.visible === null;
  }

  /** Reads what an earlier life of the worker left. Resolves when the cache can be asked. */
  async boot(): Promise<void> {
    const { cache, connection } = this.#options;
    try {
      const { emptied } = await cache.open();
      this.#incomplete = emptied;
      this.#pending = (await cache.read('pending')) ?? null;
      const backoff = (await cache.read('backoff')) ?? null;
      const credentials = (await connection()) !== null;
      this.#dispatch({ type: 'booted', credentials, hasData: cache.visible !== null, backoff });
    } catch (error) {
      this.#dispatch(this.#failure(error));
    }
  }

  /** Asks the API where the table finds that due. */
  tick(force = false): Promise<void> {
    return this.#dispatch({ type: 'tick', now: this.#options.now(), force });
  }

  connected(): Promise<void> {
    return this.#dispatch({ type: 'connected' });
  }

  signOut(): Promise<void> {
    return this.#dispatch({ type: 'sign-out' });
  }

  wipe(): Promise<void> {
    return this.#dispatch({ type: 'wipe' });
  }

  partLost(): Promise<void> {
    this.#incomplete = true;
    this.#losses++;
    return this.#dispatch({ type: 'part-lost', losses: this.#losses, ...this.#moment() });
  }

  /** Steps the table and resolves when nothing is left to do. */
  #dispatch(event: SyncEvent): Promise<void> {
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) {
      if (effect === 'abort') this.#giveUp();
      else this.#queue.push(effect);
    }
    this.#options.onChange?.(state);
    this.#start();
    return this.#driving ?? Promise.resolve();
  }

  #start(): void {
    if (this.#driving !== null || this.#queue.length === 0) return;
    this.#driving = this.#options
      .exclusive(() => this.#drive())
      .finally(() => {
        this.#driving = null;
        // What came in between the last effect and the release of the lock.
        this.#start();
      });
  }

  #giveUp(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#queue = [];
  }

  async #drive(): Promise<void> {
    for (let effect = this.#queue.shift(); effect !== undefined; effect = this.#queue.shift()) {
      const { signal } = this.#abort;
      const event = await this.#perform(effect, signal).catch((error: unknown) => this.#failure(error));
      if (!signal.aborted && event !== null) void this.#dispatch(event);
      await this.#keepBackoff();
    }
  }

  /** A worker that dies while waiting goes on waiting in its next life. */
  async #keepBackoff(): Promise<void> {
    const state = this.#state;
    const { cache } = this.#options;
    const backoff =
      state.name === 'waiting' ? { attempt: state.attempt, until: state.until, error: state.error } : null;
    if (state.name === 'waiting' || state.name === 'idle')
      await cache.write('backoff', backoff).catch(() => {});
  }

  async #perform(effect: Effect, signal: AbortSignal): Promise<SyncEvent | null> {
    const { cache } = this.#options;
    switch (effect) {
      case 'abort':
        return null;
      case 'ask-me':
        return this.#askMe(signal);
      case 'fetch-manifest':
        return this.#fetchManifest(signal);
      case 'fetch-parts':
        return this.#fetchParts(signal);
      case 'switch':
        return this.#switch();
      case 'drop-credentials':
        await this.#options.dropCredentials();
        return null;
      case 'clear-data':
        await this.#clear(() => cache.clear());
        return { type: 'cleared', ...this.#moment() };
      case 'clear-all':
        await this.#options.dropCredentials();
        await this.#clear(() => cache.forget());
        return { type: 'cleared', ...this.#moment() };
    }
  }

  async #clear(clear: () => Promise<void>): Promise<void> {
    this.#pending = null;
    this.#incomplete = false;
    try {
      await clear();
    } finally {
      this.#options.onData?.();
    }
  }

  async #askMe(signal: AbortSignal): Promise<SyncEvent> {
    const { cache, now } = this.#options;
    const { api, apiUrl } = await this.#api();
    const me = await api.me(signal);
    signal.throwIfAborted();
    const visible = cache.visible ?? this.#pending;
    if (visible !== null && (visible.user !== me.user || visible.apiUrl !== apiUrl)) {
      await this.#clear(() => cache.clear());
    }
    const serverMs = Date.parse(me.serverTime);
    const offsetMs = Number.isNaN(serverMs) ? 0 : serverMs - now();
    await cache.write('contact', { serverTime: new Date(now() + offsetMs).toISOString(), offsetMs });
    await cache.write('me', me);
    await this.#options.onMe?.(me);
    const changed = this.#incomplete || cache.visible?.manifest.version !== me.manifestVersion;
    if (!changed) await this.#keepPending(null);
    return { type: 'me', published: me.manifestVersion !== null, changed };
  }

  async #fetchManifest(signal: AbortSignal): Promise<SyncEvent> {
    const { cache } = this.#options;
    const { api, apiUrl } = await this.#api();
    const me = await cache.read('me');
    const known = this.#pending ?? cache.visible;
    const answer = await api.manifest(known?.etag ?? null, signal);
    signal.throwIfAborted();
    const pending = answer === null ? known : { user: me?.user ?? '', apiUrl, ...answer };
    if (pending === null) throw new SyncError('bad-data', { cause: '304 without a manifest' });
    const missing = await cache.missingParts(pending.manifest);
    await this.#keepPending(pending);
    return { type: 'manifest', missing: missing.length };
  }

  async #keepPending(pending: Visible | null): Promise<void> {
    if (pending === this.#pending) return;
    await this.#options.cache.write('pending', pending);
    this.#pending = pending;
  }

  async #fetchParts(signal: AbortSignal): Promise<SyncEvent> {
    const { cache } = this.#options;
    const { api } = await this.#api();
    const pending = this.#pending;
    if (pending === null) throw new SyncError('bad-data', { cause: 'parts without a manifest' });
    await fetchParts(
      await cache.missingParts(pending.manifest),
      async (ref, both) => cache.putPart(ref, await api.part(ref, both)),
      (done) => {
        if (!signal.aborted) void this.#dispatch({ type: 'progress', done });
      },
      signal,
    );
    return { type: 'fetched' };
  }

  async #switch(): Promise<SyncEvent> {
    const { cache } = this.#options;
    const pending = this.#pending;
    if (pending === null) throw new SyncError('bad-data', { cause: 'nothing to switch to' });
    await cache.switchTo(pending);
    this.#pending = null;
    this.#incomplete = false;
    this.#options.onData?.();
    return { type: 'switched' };
  }

  async #api(): Promise<{ api: ApiClient; apiUrl: string }> {
    const connection = await this.#options.connection();
    if (connection === null) throw new SyncError('wrong-token', { cause: 'no credentials' });
    return { api: this.#options.api(connection), apiUrl: connection.apiUrl };
  }

  #moment(): { now: number; jitter: number } {
    return { now: this.#options.now(), jitter: this.#options.random() };
  }

  #failure(error: unknown): SyncEvent {
    const known = error instanceof SyncError ? error : new SyncError('server-error', { cause: error });
    const failure = { kind: known.kind, retryAfterMs: known.retryAfterMs };
    return { type: 'failed', failure, ...this.#moment() };
  }
}
