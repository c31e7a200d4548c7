import type { Manifest, PartRef } from '../contract/manifest.ts';
import { Manifest as ManifestSchema } from '../contract/manifest.ts';
import type { MoneyRow } from '../contract/money-row.ts';
import type { WordsRow } from '../contract/words-row.ts';
import { SyncError } from '../errors/sync-error.ts';
import { hash64, hash64Lanes } from '../util/hash64.ts';
import type { CacheDatabase, StateRecords, Visible } from './database.ts';
import { findGlyph } from './glyph-shard.ts';
import { allParts, checkManifest, partKey, partsFor } from './manifest-parts.ts';
import { PartReader } from './part-reader.ts';
import { layersOf, readMoney, readWords } from './row-reader.ts';
import { parseSearchLines, type SearchEntry, SearchIndex } from './search-index.ts';
import type { Sentinel } from './sentinel.ts';
import { storageError } from './storage-error.ts';
import { verifyPart } from './verify-part.ts';

export interface CacheOptions {
  database: CacheDatabase;
  sentinel: Sentinel;
  /** A stored part turned out missing or unreadable: it was dropped and has to be fetched again. */
  onPartLost?: () => void;
}

/**
 * The accounts this user may see. Look-ups read one visible manifest; the next one becomes visible in one
 * transaction once all its parts are stored and verified.
 */
export class Cache {
  readonly #db: CacheDatabase;
  readonly #sentinel: Sentinel;
  readonly #onPartLost: () => void;
  #visible: Visible | null = null;
  /** True while old parts are being removed: a look-up that still reads them has lost nothing. */
  #switching = false;
  #reader: PartReader;
  #search: Promise<SearchIndex> | null = null;

  constructor({ database, sentinel, onPartLost }: CacheOptions) {
    this.#db = database;
    this.#sentinel = sentinel;
    this.#onPartLost = onPartLost ?? (() => {});
    this.#reader = this.#createReader();
  }

  /** The manifest that look-ups see; null before the first sync and after a wipe. */
  get visible(): Visible | null {
    return this.#visible;
  }

  /**
   * Reads what an earlier life left: what is visible, and what was being fetched. A database that cannot be read
   * (damaged, or of a newer version) is made anew. `emptied`: what was stored is gone and has to be fetched again.
   * @throws SyncError 'storage-broken', 'storage-full'
   */
  async open(): Promise<{ emptied: boolean; pending: Visible | null }> {
    try {
      await this.#db.open();
    } catch {
      await guarded(() => this.#db.delete());
      await guarded(() => this.#db.open());
    }
    const [visible, pending] = [await this.read('visible'), await this.read('pending')].map(readable);
    this.#show(visible ?? null);
    return { emptied: visible === null && (await this.#sentinel.read()) !== null, pending: pending ?? null };
  }

  async read<K extends keyof StateRecords>(name: K): Promise<StateRecords[K] | undefined> {
    return (await guarded(() => this.#db.state.get(name))) as StateRecords[K] | undefined;
  }

  async write<K extends keyof StateRecords>(name: K, value: StateRecords[K] | null): Promise<void> {
    await guarded(async () => {
      if (value === null) await this.#db.state.delete(name);
      else await this.#db.state.put(value, name);
    });
  }

  /** Parts of the manifest that are not stored yet. */
  async missingParts(manifest: Manifest): Promise<PartRef[]> {
    checkManifest(manifest);
    const stored = new Set(await guarded(() => this.#db.parts.toCollection().primaryKeys()));
    return allParts(manifest).filter((ref) => !stored.has(partKey(ref)));
  }

  /** @throws SyncError 'bad-data' when the bytes are not the part; storage errors */
  async putPart(ref: PartRef, bytes: ArrayBuffer): Promise<void> {
    await verifyPart(ref, bytes);
    await guarded(() => this.#db.parts.put(bytes, partKey(ref)));
  }

  /**
   * Makes a manifest visible and removes every part it does not name, in one strict transaction.
   * @throws SyncError 'bad-data' when a part is missing: nothing changes then
   */
  async switchTo(next: Visible): Promise<void> {
    checkManifest(next.manifest);
    const wanted = new Set(allParts(next.manifest).map(partKey));
    this.#switching = true;
    try {
      await guarded(() => this.#storeSwitch(next, wanted));
      this.#show(next);
    } finally {
      this.#switching = false;
    }
    await this.#sentinel.write(next.manifest.version);
  }

  /** Removes all customer data; what is known of the user and the API stays. */
  async clear(): Promise<void> {
    this.#show(null);
    await this.#sentinel.write(null);
    await guarded(() =>
      this.#db.transaction('rw', this.#db.parts, this.#db.state, async () => {
        await this.#db.parts.clear();
        await this.#db.state.bulkDelete(['visible', 'pending']);
      }),
    );
  }

  /** Removes all there is: after sign-out nothing tells who used the extension. */
  async forget(): Promise<void> {
    await this.clear();
    await guarded(() => this.#db.state.clear());
  }

  /** Indexes into the visible manifest's `glyphs`; null for a key that is not among the user's accounts. */
  async glyphs(keys: readonly string[]): Promise<Map<string, number | null>> {
    const visible = this.#visible;
    const found = new Map<string, number | null>();
    for (const key of keys)
      found.set(key, visible === null ? null : await this.#glyph(visible.manifest, key));
    return found;
  }

  async words(key: string): Promise<WordsRow | null> {
    return this.wordsByHash(hash64(key));
  }

  async wordsByHash(hash: string): Promise<WordsRow | null> {
    const visible = this.#visible;
    return visible === null ? null : readWords(visible.manifest, hash, this.#reader.text);
  }

  async money(key: string): Promise<MoneyRow | null> {
    const visible = this.#visible;
    return visible === null ? null : readMoney(visible.manifest, hash64(key), this.#reader.text);
  }

  /** Accounts whose name holds the text, best hits first. */
  async search(text: string, limit: number): Promise<SearchEntry[]> {
    const visible = this.#visible;
    if (visible === null) return [];
    this.#search ??= this.#loadSearch(visible.manifest);
    const search = this.#search;
    try {
      return (await search).search(text, limit);
    } catch (error) {
      if (this.#search === search) this.#search = null;
      throw error;
    }
  }

  #storeSwitch(next: Visible, wanted: ReadonlySet<string>): PromiseLike<void> {
    return this.#db.transaction('rw!', this.#db.parts, this.#db.state, async () => {
      const stored = await this.#db.parts.toCollection().primaryKeys();
      const present = stored.filter((key) => wanted.has(key)).length;
      if (present !== wanted.size) throw new SyncError('bad-data', { cause: 'parts are missing' });
      await this.#db.parts.bulkDelete(stored.filter((key) => !wanted.has(key)));
      await this.#db.state.put(next, 'visible');
      await this.#db.state.delete('pending');
    });
  }

  async #glyph(manifest: Manifest, key: string): Promise<number | null> {
    const { high, low } = hash64Lanes(key);
    const hash = hash64(key);
    for (const layer of layersOf(manifest, 'words')) {
      for (const ref of partsFor(layer, 'glyphs', hash)) {
        const shard = await this.#reader.shard(ref);
        const glyph = shard === null ? -1 : findGlyph(shard, high, low);
        // An index past the list would be another version's glyph: draw nothing.
        if (glyph !== -1) return glyph < manifest.glyphs.length ? glyph : null;
      }
    }
    return null;
  }

  async #loadSearch(manifest: Manifest): Promise<SearchIndex> {
    const lists = layersOf(manifest, 'words');
    const refs = [...lists.flatMap(({ base }) => base), ...lists.flatMap(({ changes }) => changes)];
    const texts: string[] = [];
    for (const ref of refs) {
      if (ref.kind === 'search') texts.push((await this.#reader.text(ref)) ?? '');
    }
    return new SearchIndex(parseSearchLines(texts));
  }

  #createReader(): PartReader {
    const reader = new PartReader({
      get: (key) => guarded(() => this.#db.parts.get(key)),
      drop: (key) => guarded(() => this.#db.parts.delete(key)),
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
    this.#search = null;
  }
}

/** A record that this version of the contract does not know is no record. */
function readable(stored: Visible | undefined): Visible | null {
  return stored !== undefined && ManifestSchema.safeParse(stored.manifest).success ? stored : null;
}

async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}
