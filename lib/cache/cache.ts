import { allParts } from '../contract/all-parts.ts';
import type { GlyphCode, Manifest, PartRef } from '../contract/manifest.ts';
import type { MoneyRow } from '../contract/money-row.ts';
import type { WordsRow } from '../contract/words-row.ts';
import { SyncError } from '../errors/sync-error.ts';
import { hash64 } from '../util/hash64.ts';
import { reopening } from '../util/reopening.ts';
import { partName } from './bundles.ts';
import type { CacheOptions, Left, Opened } from './cache-types.ts';
import { checkedBy, readableBy } from './checked-visible.ts';
import { type Cipher, createCipher } from './cipher.ts';
import type { CacheDatabase, StateRecords, Visible } from './database.ts';
import { GlyphIndex } from './glyph-index.ts';
import { hashesOfGlyphs } from './hashes-of-glyphs.ts';
import { loadSearch } from './load-search.ts';
import { checkManifest } from './manifest-parts.ts';
import { PartReader } from './part-reader.ts';
import { PartStore } from './part-store.ts';
import { readMoney, readWords } from './row-reader.ts';
import { type SealedPart, sealPart } from './seal-part.ts';
import type { SearchEntry, SearchIndex } from './search-index.ts';
import type { Sentinel } from './sentinel.ts';
import { CUSTOMER_RECORDS, StateStore } from './state-store.ts';
import { guarded } from './storage-error.ts';

/**
 * The accounts this user may see. Look-ups read one visible manifest; the next one becomes visible in one
 * transaction once all its parts are stored and verified.
 */
export class Cache {
  readonly #db: CacheDatabase;
  readonly #sentinel: Sentinel;
  readonly #onPartLost: () => void;
  readonly #version: string | undefined;
  readonly #cipherOf: (key: string) => Promise<Cipher>;
  readonly #state: StateStore;
  readonly #parts: PartStore;
  #key: string | null = null;
  #left: Promise<ReadonlyMap<string, unknown>> | null = null;
  #cipher: Cipher | null = null;
  #visible: Visible | null = null;
  /** True while old parts are being removed: a look-up that still reads them has lost nothing. */
  #switching = false;
  #reader: PartReader;
  #glyphs: GlyphIndex | null = null;
  #search: Promise<SearchIndex> | null = null;

  constructor({ database, sentinel, onPartLost, version, cipherOf }: CacheOptions) {
    this.#version = version;
    this.#db = database;
    this.#state = new StateStore(database, () => this.#cipher);
    this.#parts = new PartStore(database);
    this.#cipherOf = cipherOf ?? createCipher;
    this.#sentinel = sentinel;
    this.#onPartLost = onPartLost ?? (() => {});
    this.#reader = this.#createReader();
  }

  /** The manifest that look-ups see; null before the first sync and after a wipe. */
  get visible(): Visible | null {
    return this.#visible;
  }

  /** Begins to read what `open` needs, before anybody knows the key. Resolves while the database reads it. */
  prepare(): Promise<void> {
    this.#left = this.#state.readLeft();
    this.#left.catch(() => {});
    return this.#db.open().catch(() => {});
  }

  /**
   * Reads what an earlier life left. Without the key, or with another one, nothing of it is visible. A database
   * that cannot be read (damaged beyond repair) is made anew.
   * @returns `stored`: there are data, readable or not; `backoff`: what is left to wait
   * @throws SyncError 'storage-broken', 'storage-full'
   */
  async open(key: string | null): Promise<Left & Opened> {
    const reading = this.#left ?? this.#state.readLeft();
    this.#left = null;
    const [state] = await Promise.all([reading, key === null ? null : this.#takeKey(key)]);
    this.#state.remember(state);
    const backoff = (await this.read('backoff')) ?? null;
    const left = key === null ? { emptied: false, pending: null } : await this.#load();
    return { ...left, stored: state.has('visible'), backoff };
  }

  /**
   * Takes the key of whoever is signed in; what another key sealed is removed. Also finds what another client of
   * the same database has done meanwhile.
   * @returns null where nothing has changed
   */
  async unlock(key: string): Promise<Left | null> {
    const former = this.#cipher;
    this.#state.forget();
    const [[keyId, stamp], cipher] = await Promise.all([
      guarded(() => reopening(this.#db, () => this.#db.readState(['keyId', 'stamp']))),
      this.#takeKey(key),
    ]);
    if (keyId !== cipher.id) {
      await this.clear();
      await this.write('me', null);
      await this.write('keyId', cipher.id);
    } else if (cipher === former && stamp === this.#visible?.manifest.version) return null;
    return this.#load();
  }

  /** Forgets the key: what is stored stays, but nobody can read it. */
  lock(): void {
    this.#key = null;
    this.#cipher = null;
    this.#show(null);
  }

  async read<K extends keyof StateRecords>(name: K): Promise<StateRecords[K] | undefined> {
    return guarded(() => this.#state.read(name));
  }

  async write<K extends keyof StateRecords>(name: K, value: StateRecords[K] | null): Promise<void> {
    await guarded(() => this.#state.write(name, value));
  }

  /** True where no part is stored, readable or not. */
  async isEmpty(): Promise<boolean> {
    return (await this.#parts.names()).size === 0;
  }

  /** Parts of the manifest that are not stored yet. */
  async missingParts(manifest: Manifest): Promise<PartRef[]> {
    checkManifest(manifest);
    const stored = await this.#parts.names();
    return allParts(manifest).filter((ref) => !stored.has(partName(ref)));
  }

  /**
   * Verifies and seals a part, to be put.
   * @param bytes copied before this first waits
   * @throws SyncError 'bad-data' where they are not the part promised, 'storage-broken' while locked
   */
  seal(ref: PartRef, bytes: Uint8Array<ArrayBuffer>): Promise<SealedPart> {
    return sealPart(this.#cipher, ref, bytes);
  }

  /**
   * Stores sealed parts in one transaction; those that are good also where another is not.
   * @throws the first failure to seal; storage errors
   */
  putParts(parts: readonly Promise<SealedPart>[]): Promise<void> {
    return this.#parts.put(parts);
  }

  /**
   * Makes a manifest visible and removes every part it does not name, in one strict transaction.
   * @throws SyncError 'bad-data' when a part is missing: nothing changes then
   */
  async switchTo(next: Visible): Promise<void> {
    checkManifest(next.manifest);
    const wanted = new Set(allParts(next.manifest).map(partName));
    this.#switching = true;
    try {
      const record = await this.#state.stored('visible', checkedBy(this.#version, next));
      await guarded(() => this.#storeSwitch(record, next.manifest.version, wanted));
      this.#state.forget();
      this.#parts.forgetPlaces();
      this.#show(next);
    } finally {
      this.#switching = false;
    }
    await this.#sentinel.write(next.manifest.version);
  }

  /** Removes all customer data; what is known of the user and the API stays. */
  async clear(): Promise<void> {
    this.#show(null);
    this.#state.forget();
    this.#parts.forgetPlaces();
    await this.#sentinel.write(null);
    await guarded(() =>
      this.#db.change(['parts', 'told', 'state'], async (change) => {
        await Promise.all([
          change.clear('parts'),
          change.clear('told'),
          ...CUSTOMER_RECORDS.map((name) => change.delete('state', name)),
        ]);
      }),
    );
  }

  /** Removes all there is, the key first: after sign-out nothing tells who used the extension. */
  async forget(): Promise<void> {
    this.lock();
    this.#state.forget();
    this.#parts.forgetPlaces();
    await this.#sentinel.write(null);
    await guarded(() => this.#db.delete().then(() => this.#db.open()));
  }

  /**
   * By key, as asked: index into the visible manifest's `glyphs`; null for what is none of the user's accounts. At once
   * where the shards are in memory.
   */
  glyphs(keys: readonly string[]): (number | null)[] | Promise<(number | null)[]> {
    return this.#glyphs?.find(keys) ?? keys.map(() => null);
  }

  async words(key: string): Promise<WordsRow | null> {
    return this.wordsByHash(hash64(key), key);
  }

  /** @param key the record key whose hash it is, where it is known */
  async wordsByHash(hash: string, key?: string): Promise<WordsRow | null> {
    const reader = this.#reader;
    const scopes = await this.#glyphs?.scopesHolding(hash);
    return scopes === undefined ? null : readWords({ scopes }, hash, reader.lines, key);
  }

  async money(key: string): Promise<MoneyRow | null> {
    const hash = hash64(key);
    const reader = this.#reader;
    const scopes = await this.#glyphs?.scopesHolding(hash);
    return scopes === undefined ? null : readMoney({ scopes }, hash, reader.lines);
  }

  /** What seals and opens at present; null while locked. */
  get cipher(): Cipher | null {
    return this.#cipher;
  }

  /** Hashes of records whose glyph fits, at most `limit`; further records of one account among them. */
  async hashesOfGlyphs(fits: (glyph: GlyphCode) => boolean, limit: number): Promise<string[]> {
    const manifest = this.#visible?.manifest;
    return manifest === undefined ? [] : hashesOfGlyphs(manifest, this.#reader, fits, limit);
  }

  /** Accounts whose name holds the text, best hits first. */
  async search(text: string, limit: number): Promise<SearchEntry[]> {
    const visible = this.#visible;
    if (visible === null) return [];
    this.#search ??= loadSearch(visible.manifest, this.#reader);
    const search = this.#search;
    try {
      return (await search).search(text, limit);
    } catch (error) {
      if (this.#search === search) this.#search = null;
      throw error;
    }
  }

  #storeSwitch(record: unknown, stamp: string, wanted: ReadonlySet<string>): Promise<void> {
    return this.#db.change(['parts', 'state'], async (change) => {
      if (!(await this.#parts.keepOnly(wanted, change)))
        throw new SyncError('bad-data', { cause: 'parts are missing' });
      await Promise.all([
        change.put('state', 'visible', record),
        change.put('state', 'stamp', stamp),
        change.delete('state', 'pending'),
      ]);
    });
  }

  async #takeKey(key: string): Promise<Cipher> {
    if (this.#cipher === null || this.#key !== key) {
      this.#cipher = await this.#cipherOf(key);
      this.#key = key;
    }
    return this.#cipher;
  }

  async #load(): Promise<Left> {
    const [stored, begun] = await Promise.all([this.read('visible'), this.read('pending')]);
    const visible = readableBy(this.#version, stored);
    const pending = readableBy(this.#version, begun);
    this.#show(visible);
    return { emptied: !visible && (await this.#sentinel.read()) !== null, pending };
  }

  #createReader(): PartReader {
    const cipher = this.#cipher;
    const reader = new PartReader({
      store: this.#parts,
      unseal: (name, sealed) => (cipher as Cipher).open(name, sealed),
      onLost: () => {
        // A look-up that began before a switch has lost nothing.
        if (!this.#switching && this.#reader === reader) this.#onPartLost();
      },
    });
    return reader;
  }

  #show(visible: Visible | null): void {
    this.#visible = visible;
    this.#reader = this.#createReader();
    this.#glyphs = visible && new GlyphIndex(visible.manifest, this.#reader);
    this.#search = null;
  }
}
