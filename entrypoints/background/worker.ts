import { Cache } from '../../lib/cache/cache.ts';
import { CacheDatabase, type Contact } from '../../lib/cache/database.ts';
import { Notebook } from '../../lib/cache/notebook.ts';
import { createSentinel } from '../../lib/cache/sentinel.ts';
import { StartCopy, type StartRecords } from '../../lib/cache/start-copy.ts';
import { type ClientPolicy, NO_CLIENT_POLICY } from '../../lib/contract/client-policy.ts';
import { Me } from '../../lib/contract/me.ts';
import type { UserSettings } from '../../lib/contract/user-settings.ts';
import { Tickets } from '../../lib/messaging/tickets.ts';
import { TokenBuckets } from '../../lib/messaging/token-bucket.ts';
import { grantedPatterns, type RegistrationBrowser } from '../../lib/permissions/registration.ts';
import { type CredentialStore, createCredentialStore } from '../../lib/settings/credentials.ts';
import { deviceId } from '../../lib/settings/device.ts';
import { type ManagedSettings, readManaged } from '../../lib/settings/managed.ts';
import { withoutOlderWords } from '../../lib/settings/overlays.ts';
import { readTogether } from '../../lib/settings/read-together.ts';
import { createSettings, type Settings } from '../../lib/settings/settings.ts';
import { createApiClient } from '../../lib/sync/api-client.ts';
import type { Fetch } from '../../lib/sync/api-fetch.ts';
import type { Connection } from '../../lib/sync/exchange.ts';
import { ReadThrough } from '../../lib/sync/read-through.ts';
import { Sync } from '../../lib/sync/runner.ts';
import { rememberLast } from '../../lib/util/remember-last.ts';
import type { StorageArea } from '../../lib/util/storage-area.ts';
import { readClientPolicy, refreshClientPolicy } from './client-policy.ts';
import { Health } from './health.ts';
import { Notes } from './notes.ts';
import { OpenTabs } from './open-tabs.ts';
import { TabRecords } from './tab-records.ts';

/** Tokens per tab: a long list at once, then a screenful of rows a second. */
const IDS_AT_ONCE = 1_000;
const IDS_PER_SECOND = 50;

const DAY_MS = 24 * 60 * 60_000;
/** Day number since 1970 as `YYYY-MM-DD`. */
const dayOf = rememberLast((day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10));

/**
 * Everything one life of the service worker holds. It may end at any moment: what must outlive it is in
 * IndexedDB or storage, and every listener awaits `ready` first, or `awake` where it only looks accounts up.
 */
export class Worker {
  readonly browser: typeof chrome;
  /** `storage.local`, asked once for what is read in one turn. */
  readonly local: StorageArea;
  readonly settings: Settings;
  readonly credentials: CredentialStore;
  readonly cache: Cache;
  readonly notebook: Notebook;
  readonly notes: Notes;
  readonly sync: Sync;
  readonly readThrough: ReadThrough;
  readonly tabs: TabRecords;
  readonly openTabs: OpenTabs;
  readonly health: Health;
  readonly version: string;
  readonly fetch: Fetch;
  readonly tickets = new Tickets(() => crypto.randomUUID());
  readonly buckets = new TokenBuckets(IDS_AT_ONCE, IDS_PER_SECOND);
  /** What look-ups need is read. */
  readonly awake: Promise<void>;
  #ready: Promise<void> | null = null;
  /** `awake` has come. */
  isAwake = false;
  /** The database is read: `me` and `contact` are what it says. */
  #isRead = false;
  #language: string | null = null;
  /** The settings are read: before that nothing is known of what the policy prescribes. */
  readonly settled: Promise<void>;
  /** Copies of what storage holds, so that a look-up waits for nothing but the cache. */
  user!: UserSettings;
  managed: ManagedSettings = {};
  granted: readonly string[] = [];
  me: Me | null = null;
  contact: Contact | null = null;
  clientPolicy: ClientPolicy = NO_CLIENT_POLICY;
  /** When the API was asked for it last in this life (ms). */
  clientPolicyAt = Number.NEGATIVE_INFINITY;
  /** What the user has pointed at last on a page that is to become a CRM. */
  picked: { url: string; title: string } | null = null;
  /** Windows whose panel was opened for the report form, with the time (ms). */
  readonly intents = new Map<number, number>();
  /** Set by the wiring: something that pages or tabs show has changed. */
  onChange: () => void = () => {};

  /** @param version of the extension, where it is known: the browser takes as long to tell it as all the rest here */
  constructor(
    browser: typeof chrome,
    request: Fetch = (url, init) => fetch(url, init),
    version = browser.runtime.getManifest().version,
  ) {
    this.browser = browser;
    this.fetch = request;
    this.local = readTogether(browser.storage.local);
    this.settings = createSettings(this.local);
    const session = readTogether(browser.storage.session);
    this.credentials = createCredentialStore(session);
    this.version = version;
    const database = new CacheDatabase('tierlens-cache');
    const copy = new StartCopy(session);
    this.notes = new Notes(this);
    this.cache = new Cache({
      database,
      sentinel: createSentinel(this.local),
      copy,
      onPartLost: () => void this.sync.partLost(),
      version: this.version,
    });
    this.notebook = new Notebook(database, this.cache);
    this.sync = new Sync({
      cache: this.cache,
      connection: () => this.connection(),
      dropCredentials: () => this.credentials.clear(),
      api: (connection) => this.api(connection),
      device: () => deviceId(this.local, () => crypto.randomUUID()),
      keepCacheKey: (key) => this.credentials.keepCacheKey(key),
      now: Date.now,
      random: Math.random,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      exclusive: (work) => navigator.locks.request('tierlens-sync', work) as ReturnType<typeof work>,
      onChange: ({ name }) => {
        if (this.isAwake) this.onChange();
        if (name === 'idle' && this.#isRead) void this.cache.keepForStart(this.me, this.contact);
      },
      onMe: (me) => this.#learnMe(me),
      onData: () => this.readThrough.clear(),
    });
    this.readThrough = new ReadThrough((keys) => this.#lookup(keys));
    this.tabs = new TabRecords(session);
    this.openTabs = new OpenTabs(browser.tabs);
    this.health = new Health(this.local);
    this.settled = this.reload();
    const left = copy.read().catch(() => null);
    // Opened while settings and sign-in are read, where it is going to be asked first.
    void left.then((records) => (records === null ? database.open() : null)).catch(() => {});
    this.awake = this.#wake(left);
  }

  /** All that an earlier life has left is read; begun when it is first wanted, for a look-up does without. */
  get ready(): Promise<void> {
    this.#ready ??= this.#readRest();
    return this.#ready;
  }

  now(): number {
    return Date.now();
  }

  /** The browser speaks one language as long as it runs; asking it takes as long as ten glyphs. */
  browserLanguage(): string {
    this.#language ??= this.browser.i18n.getUILanguage();
    return this.#language;
  }

  /** Today by the server's clock, `YYYY-MM-DD`. */
  today(): string {
    return dayOf(Math.floor((this.now() + (this.contact?.offsetMs ?? 0)) / DAY_MS));
  }

  api(connection: Connection) {
    return createApiClient({
      baseUrl: connection.apiUrl,
      token: connection.token,
      fetch: this.fetch,
      now: Date.now,
    });
  }

  /** The token in force; one for another address than the policy's does not count. */
  async connection(): Promise<Connection | null> {
    const [credentials] = await Promise.all([this.credentials.get(), this.settled]);
    const { apiUrl } = this.managed;
    return credentials !== null && apiUrl !== undefined && credentials.apiUrl !== apiUrl ? null : credentials;
  }

  async change(change: (settings: UserSettings) => Partial<UserSettings>): Promise<void> {
    this.user = await this.settings.update(change);
    this.onChange();
  }

  async reload(): Promise<void> {
    const [user, managed, granted] = await Promise.all([
      this.settings.get(),
      readManaged(this.browser.storage.managed as unknown as { get(): Promise<unknown> }),
      grantedPatterns(this.browser as unknown as RegistrationBrowser),
    ]);
    this.user = user;
    this.managed = managed;
    this.granted = granted;
  }

  /** A page waits for this: nothing in it waits for what it could go on beside. */
  async #wake(left: Promise<StartRecords | null>): Promise<void> {
    const [policy, resumed] = await Promise.all([
      readClientPolicy(this.local),
      this.#resume(left),
      this.settled,
    ]);
    this.clientPolicy = policy;
    if (!resumed) await this.#boot();
    this.isAwake = true;
  }

  /** Goes on with what an earlier life has kept in the browser's memory. @returns false where that was nothing */
  async #resume(left: Promise<StartRecords | null>): Promise<boolean> {
    // Where the sign-in cannot be read, the sync says so.
    const [connection, records] = await Promise.all([this.connection().catch(() => null), left]);
    if (records === null || connection?.cacheKey === undefined) return false;
    const { visible, me, contact } = records;
    if (visible.user !== me.user || visible.apiUrl !== connection.apiUrl) return false;
    if (!this.cache.resume(connection.cacheKey, records)) return false;
    this.me = me;
    this.contact = contact;
    return true;
  }

  /** Reads what the database holds. */
  async #boot(): Promise<void> {
    await this.sync.boot();
    const [me, contact] = await Promise.all([
      this.cache.read('me').catch(() => undefined),
      this.cache.read('contact').catch(() => undefined),
    ]);
    this.me = Me.safeParse(me).data ?? null;
    this.contact = contact ?? null;
    this.#isRead = true;
  }

  async #readRest(): Promise<void> {
    await this.awake;
    if (!this.#isRead) await this.#boot();
    void this.cache.keepForStart(this.me, this.contact);
    await Promise.all([this.#lockStorage(), this.notes.load()]);
  }

  /** Content scripts have no business in our storage; Firefox cannot say so, hence no secrets there. */
  async #lockStorage(): Promise<void> {
    const accessLevel = 'TRUSTED_CONTEXTS';
    await this.browser.storage.local.setAccessLevel?.({ accessLevel }).catch(() => {});
  }

  async #learnMe(me: Me): Promise<void> {
    this.me = me;
    void refreshClientPolicy(this);
    void this.notes.onMe(me).catch(() => {});
    this.contact = (await this.cache.read('contact')) ?? null;
    const { overlays } = me;
    if (overlays !== null && overlays.updatedAt !== this.user.teamSeen) {
      this.user = await this.settings.update(({ own }) => ({
        own: withoutOlderWords(own, overlays),
        teamSeen: overlays.updatedAt,
      }));
    }
  }

  async #lookup(keys: readonly string[]) {
    const connection = await this.connection();
    if (connection === null) return { rows: [] };
    return this.api(connection).lookup(keys, AbortSignal.timeout(20_000));
  }
}
