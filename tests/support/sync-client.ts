import { Cache } from '../../lib/cache/cache.ts';
import { StartCopy } from '../../lib/cache/start-copy.ts';
import { createApiClient } from '../../lib/sync/api-client.ts';
import type { Fetch } from '../../lib/sync/api-fetch.ts';
import type { Connection } from '../../lib/sync/exchange.ts';
import { Sync } from '../../lib/sync/runner.ts';
import type { StorageArea } from '../../lib/util/storage-area.ts';
import { type Disk, memoryDatabase } from './memory-database.ts';
import { Life } from './mortal.ts';
import { paperCipher } from './paper-cipher.ts';

/** What the clients of one browser profile share. */
export interface Profile {
  disk: Disk;
  /** The browser's memory: it outlives workers, and ends with the browser. */
  session: Map<string, unknown>;
  connection: Connection | null;
  lock: Lock;
}

/** One holder at a time; a holder that dies lets go, as the browser sees to it. */
export class Lock {
  #last: Promise<void> = Promise.resolve();

  async run<T>(life: Life, work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    void life.over.then(release);
    await before;
    if (life.ended) return new Promise<T>(() => {});
    try {
      return await work();
    } finally {
      release();
    }
  }
}

export interface ClientOptions {
  profile: Profile;
  fetch: Fetch;
  /** Clock, ms. */
  now: () => number;
  random: () => number;
}

/** One worker over a profile: lives, dies after some awaits, starts again. */
export class SyncClient {
  readonly #options: ClientOptions;
  life!: Life;
  cache!: Cache;
  sync!: Sync;
  /** Called where a life goes on with what the browser's memory holds, before it reads the database. */
  onResumed: () => Promise<void> = async () => {};

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** A new life over what lies on the disk. @param steps awaits until it ends */
  async start(steps: number): Promise<void> {
    const { profile, now, random } = this.#options;
    const { storage } = profile.disk;
    const life = new Life(steps);
    this.life = life;
    const copy = new StartCopy(sessionArea(profile.session, life));
    this.cache = new Cache({
      copy,
      database: memoryDatabase(profile.disk, life),
      cipherOf: paperCipher,
      sentinel: {
        read: async () => storage.get('sentinel') ?? null,
        write: (version) =>
          life.through(() => {
            if (version === null) storage.delete('sentinel');
            else storage.set('sentinel', version);
          }),
      },
      onPartLost: () => void this.sync.partLost(),
    });
    this.sync = new Sync({
      cache: this.cache,
      connection: async () => profile.connection,
      dropCredentials: () =>
        life.through(() => {
          profile.connection = null;
        }),
      device: async () => 'd',
      keepCacheKey: (cacheKey) =>
        life.through(() => {
          if (profile.connection !== null) profile.connection = { ...profile.connection, cacheKey };
        }),
      api: (connection) =>
        createApiClient({
          baseUrl: connection.apiUrl,
          token: connection.token,
          fetch: (url, init) => life.through(() => this.#options.fetch(url, init)),
          now,
        }),
      now,
      random,
      exclusive: (work) => profile.lock.run(life, work),
      onChange: ({ name }) => {
        if (name === 'idle') void this.#keepForStart();
      },
    });
    await this.untilQuiet(this.#begin(copy));
  }

  async #begin(copy: StartCopy): Promise<void> {
    const left = await copy.read();
    const { connection } = this.#options.profile;
    const key = connection?.cacheKey;
    if (left !== null && key !== undefined && this.cache.resume(key, left)) await this.onResumed();
    await this.sync.boot();
  }

  async #keepForStart(): Promise<void> {
    const [me, contact] = await Promise.all([this.cache.read('me'), this.cache.read('contact')]);
    await this.cache.keepForStart(me ?? null, contact ?? null);
  }

  /** Waits for work to end, in success or in death. */
  async untilQuiet(work: Promise<void>): Promise<void> {
    let done = false;
    void work.finally(() => {
      done = true;
    });
    while (!done && !this.life.ended) await new Promise((resolve) => setImmediate(resolve));
  }
}

function sessionArea(items: Map<string, unknown>, life: Life): StorageArea {
  return {
    get: (name) => life.through(() => ({ [name]: items.get(name) })),
    set: (more) =>
      life.through(() => Object.entries(more).forEach(([name, value]) => void items.set(name, value))),
    remove: (names) => life.through(() => [names].flat().forEach((name) => void items.delete(name))),
  };
}
