import type { Visible } from '../cache/database.ts';
import { SyncError } from '../errors/sync-error.ts';
import { Exchange, type ExchangeOptions } from './exchange.ts';
import { step } from './machine.ts';
import type { Effect, SyncEvent, SyncState } from './machine-types.ts';

/** Answers of the API have limits of their own, shorter than these (ms): what comes to these is storage that hangs. */
const LONGEST = { 'ask-me': 45_000, 'fetch-manifest': 75_000, 'fetch-parts': 15 * 60_000 } as const;
const LONGEST_STEP_MS = 45_000;
const LONGEST_NOTE_MS = 5_000;

export interface SyncOptions extends ExchangeOptions {
  dropCredentials: () => Promise<void>;
  /** Random number in [0, 1). */
  random: () => number;
  /** Runs `work` while no other context of the extension syncs. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves after so many ms; without it a step may last for ever. */
  pause?: (ms: number) => Promise<void>;
  /** Called after every step of the table. */
  onChange?: (state: SyncState) => void;
}

/** Carries out what the state table decides; all waiting is the caller's, by `tick`. */
export class Sync {
  readonly #options: SyncOptions;
  readonly #exchange: Exchange;
  #state: SyncState = { name: 'booting' };
  #queue: Effect[] = [];
  #abort = new AbortController();
  #driving: Promise<void> | null = null;
  #losses = 0;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#exchange = new Exchange(options);
  }

  get state(): SyncState {
    return this.#state;
  }

  /** The manifest being fetched; read-through answers refer to its glyphs. */
  get pending(): Visible | null {
    return this.#exchange.pending;
  }

  /** Begun and left by an earlier life of the worker: to be gone on with. */
  get unfinished(): boolean {
    if (this.#state.name !== 'idle' || this.#state.error !== null) return false;
    const { pending, incomplete } = this.#exchange;
    return pending !== null || incomplete || this.#options.cache.visible === null;
  }

  /** Reads what an earlier life of the worker left. Resolves when the cache can be asked. */
  async boot(): Promise<void> {
    const { cache, connection } = this.#options;
    try {
      const known = await connection();
      const opened = this.#limited(LONGEST_STEP_MS, cache.open(known?.cacheKey ?? null));
      const { emptied, pending, stored, backoff } = await opened;
      // A part may have been missed before the database was read.
      this.#exchange.incomplete ||= emptied;
      this.#exchange.pending = pending;
      this.#dispatch({ type: 'booted', credentials: known !== null, hasData: stored, backoff });
    } catch (error) {
      // What a start went on with stands for a database that can be read.
      this.#exchange.lock();
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
    this.#exchange.incomplete = true;
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
      const longest = effect in LONGEST ? LONGEST[effect as keyof typeof LONGEST] : LONGEST_STEP_MS;
      const work = this.#limited(longest, this.#perform(effect, signal));
      const event = await work.catch((error: unknown) => this.#failure(error));
      if (!signal.aborted && event !== null) void this.#dispatch(event);
      await this.#limited(LONGEST_NOTE_MS, this.#keepBackoff()).catch(() => {});
    }
  }

  #limited<T>(ms: number, work: Promise<T>): Promise<T> {
    const { pause } = this.#options;
    if (pause === undefined) return work;
    const limit = pause(ms).then(() => {
      throw new SyncError('storage-broken', { cause: `no end within ${ms} ms` });
    });
    return Promise.race([work, limit]);
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
    const { cache, dropCredentials } = this.#options;
    const exchange = this.#exchange;
    switch (effect) {
      case 'abort':
        return null;
      case 'ask-me':
        return exchange.askMe(signal);
      case 'fetch-manifest':
        return exchange.fetchManifest(signal);
      case 'fetch-parts':
        return exchange.fetchParts((done) => {
          if (!signal.aborted) void this.#dispatch({ type: 'progress', done });
        }, signal);
      case 'switch':
        return exchange.switch();
      case 'drop-credentials':
        exchange.lock();
        await dropCredentials();
        return null;
      case 'clear-data':
        await exchange.clear(() => cache.clear());
        return { type: 'cleared', ...this.#moment() };
      case 'clear-all':
        exchange.lock();
        await dropCredentials();
        await exchange.clear(() => cache.forget());
        return { type: 'cleared', ...this.#moment() };
    }
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
