import { allParts } from '../contract/all-parts.ts';
import type { GlyphCode, Manifest, PartRef } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import type { MoneyRow } from '../contract/money-row.ts';
import type { WordsRow } from '../contract/words-row.ts';
import { SyncError } from '../errors/sync-error.ts';
import { hash64 } from '../util/hash64.ts';
import { reopening } from '../util/reopening.ts';
import { partName } from './bundles.ts';
import type { CacheOptions, Left, Opened } from './cache-types.ts';
import { checkedBy, readableBy } from './checked-visible.ts';
import { type Cipher, createCipher } from './cipher.ts';
import type { CacheDatabase, Contact, StateRecords, Visible } from './database.ts';
import { HeldKey } from './held-key.ts';
import { checkManifest } from './manifest-parts.ts';
import { PartReader } from './part-reader.ts';
import { PartStore } from './part-store.ts';
import { type SealedPart, sealPart } from './seal-part.ts';
import type { SearchEntry } from './search-index.ts';
import type { Sentinel } from './sentinel.ts';
import { Shown } from './shown.ts';
import type { StartCopy, StartRecords } from './start-copy.ts';
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
  readonly #copy: StartCopy | null;
  #held: HeldKey | null = null;
  #shown: Shown | null = null;
  /** True while old parts are being removed: a look-up that still reads them has lost nothing. */
  #switching = false;

  constructor({ database, sentinel, onPartLost, version, cipherOf, copy }: CacheOptions) {
    this.#copy = copy ?? null;
    this.#version = version;
    this.#db = database;
    this.#state = new StateStore(database, () => this.cipher);
    this.#parts = new PartStore(database);
    this.#cipherOf = cipherOf ?? createCipher;
    this.#sentinel = sentinel;
    this.#onPartLost = onPartLost ?? (() => {});
  }

  /** The manifest that look-ups see; null before the first sync and after a wipe. */
  get visible(): Visible | null {
    return this.#shown?.visible ?? null;
  }

  /**
   * Shows what an earlier life has kept for this start; `open` is to follow.
   * @returns false where it belongs to another key or is unreadable
   */
  resume(key: string, { keyHash, visible }: Pick<StartRecords, 'keyHash' | 'visible'>): boolean {
    const readable = keyHash === hash64(key) ? readableBy(this.#version, visible) : null;
    if (readable === null) return false;
    this.#held = new HeldKey(key, this.#cipherOf);
    this.#show(readable, this.#held);
    return true;
  }

  /** Keeps what the next start needs for its first answers; to be called when all is quiet. */
  async keepForStart(me: Me | null, contact: Contact | null): Promise<void> {
    const shown = this.#shown;
    if (shown === null || me === null || contact === null) return;
    const records = { keyHash: hash64(shown.held.key), visible: shown.visible, me, contact };
    await this.#copy?.keep(records, (ref) => shown.reader.shard(ref));
  }

  /**
   * Reads what an earlier life left. Without the key, or with another one, nothing of it is visible. A database
   * that cannot be read (damaged beyond repair) is made anew.
   * @returns `stored`: there are data, readable or not; `backoff`: what is left to wait
   * @throws SyncError 'storage-broken', 'storage-full'
   */
  async open(key: string | null): Promise<Left & Opened> {
    if (key === null) this.lock();
    const [state, cipher] = await Promise.all([
      this.#state.readLeft(),
      key === null ? null : this.#takeKey(key),
    ]);
    this.#state.remember(state);
    const backoff = (await this.read('backoff')) ?? null;
    const stamp = state.get('keyId') === cipher?.id ? state.get('stamp') : null;
    const left = key === null ? { emptied: false, pending: null } : await this.#load(stamp);
    return { ...left, stored: state.has('visible'), backoff };
  }

  /**
   * Takes the key of whoever is signed in; what another key sealed is removed. Also finds what another client of
   * the same database has done meanwhile.
   * @returns null where nothing has changed
   */
  async unlock(key: string): Promise<Left | null> {
    const former = this.cipher;
    this.#state.forget();
    const [[keyId, stamp], cipher] = await Promise.all([
      guarded(() => reopening(this.#db, () => this.#db.readState(['keyId', 'stamp']))),
      this.#takeKey(key),
    ]);
    if (keyId !== cipher.id) {
      await this.clear();
      await this.write('me', null);
      await this.write('keyId', cipher.id);
    } else if (cipher === former && stamp === this.visible?.manifest.version) return null;
    return this.#load();
  }

  /** Forgets the key: what is stored stays, but nobody can read it. */
  lock(): void {
    this.#held = null;
    void this.#hide();
  }

  async read<K extends keyof StateRecords>(name: K): Promise<StateRecords[K] | undefined> {
    return guarded(() => this.#state.read(name));
  }

  async write<K extends keyof StateRecords>(name: K, value: StateRecords[K] | null): Promise<void> {
    if (name === 'me') await this.#copy?.dropMe();
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
    return sealPart(this.cipher, ref, bytes);
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
  async switchTo(pending: Visible): Promise<void> {
    const next = checkedBy(this.#version, pending);
    checkManifest(next.manifest);
    const wanted = new Set(allParts(next.manifest).map(partName));
    this.#switching = true;
    try {
      const record = await this.#state.stored('visible', next);
      await this.#copy?.dropVisible();
      await guarded(() => this.#storeSwitch(record, next.manifest.version, wanted));
      this.#state.forget();
      this.#parts.forgetPlaces();
      this.#show(next, this.#held);
    } finally {
      this.#switching = false;
    }
    await this.#sentinel.write(next.manifest.version);
  }

  /** Removes all customer data; what is known of the user and the API stays. */
  async clear(): Promise<void> {
    await this.#hide();
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
    this.#held = null;
    await this.#hide();
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
    return this.#shown?.glyphs(keys) ?? keys.map(() => null);
  }

  async words(key: string): Promise<WordsRow | null> {
    return this.#shown?.words(hash64(key), key) ?? null;
  }

  async wordsByHash(hash: string): Promise<WordsRow | null> {
    return this.#shown?.words(hash) ?? null;
  }

  async money(key: string): Promise<MoneyRow | null> {
    return this.#shown?.money(key) ?? null;
  }

  /** What seals and opens at present; null while locked. */
  get cipher(): Cipher | null {
    return this.#held?.made ?? null;
  }

  /** Hashes of records whose glyph fits, at most `limit`; further records of one account among them. */
  async hashesOfGlyphs(fits: (glyph: GlyphCode) => boolean, limit: number): Promise<string[]> {
    return this.#shown?.hashesOfGlyphs(fits, limit) ?? [];
  }

  /** Accounts whose name holds the text, best hits first. */
  async search(text: string, limit: number): Promise<SearchEntry[]> {
    return this.#shown?.search(text, limit) ?? [];
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

  #takeKey(key: string): Promise<Cipher> {
    if (this.#held?.key !== key) this.#held = new HeldKey(key, this.#cipherOf);
    return this.#held.cipher();
  }

  /** @param stamp version of the manifest that is stored, where it is known to be sealed with the key at hand */
  async #load(stamp: unknown = null): Promise<Left> {
    const shown = stamp !== null && stamp === this.visible?.manifest.version ? this.visible : null;
    const [stored, begun] = await Promise.all([shown ?? this.read('visible'), this.read('pending')]);
    const visible = readableBy(this.#version, stored);
    const pending = readableBy(this.#version, begun);
    if (visible === null) await this.#hide();
    else if (visible !== shown) {
      await this.#copy?.clear();
      this.#show(visible, this.#held);
    }
    return { emptied: !visible && (await this.#sentinel.read()) !== null, pending };
  }

  async #hide(): Promise<void> {
    this.#shown = null;
    await this.#copy?.clear();
  }

  /** @param held null: locked meanwhile, so that nothing is shown */
  #show(visible: Visible, held: HeldKey | null): void {
    if (held === null) return;
    const copy = this.#copy;
    const reader = new PartReader({
      store: this.#parts,
      copied: (ref) => copy?.shard(ref) ?? null,
      unseal: async (name, sealed) => (await held.cipher()).open(name, sealed),
      onLost: () => {
        // A look-up that began before a switch has lost nothing.
        if (!this.#switching && this.#shown === shown) this.#onPartLost();
      },
    });
    const shown = new Shown(visible, held, reader);
    this.#shown = shown;
  }
}
