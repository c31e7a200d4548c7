import type { Kysely } from 'kysely';
import { buildManifest } from '../../api/server/build-manifest.ts';
import { type Caller, callerSettings } from '../../api/store/caller.ts';
import type { Database } from '../../api/store/schema.ts';
import type { Store } from '../../api/store/store.ts';
import { Cache } from '../../lib/cache/cache.ts';
import { CacheDatabase } from '../../lib/cache/database.ts';
import type { Manifest, PartRef } from '../../lib/contract/manifest.ts';

/** Reads what a store publishes as the extension does: manifest, parts it lacks, switch, look-up. */
export class PublicationReader {
  readonly #store: Store;
  readonly #caller: Caller;
  readonly #database: CacheDatabase;
  readonly cache: Cache;
  /** Parts fetched by the last `sync`. */
  fetched: PartRef[] = [];

  private constructor(store: Store, caller: Caller, name: string) {
    this.#store = store;
    this.#caller = caller;
    this.#database = new CacheDatabase(name);
    this.cache = new Cache({
      database: this.#database,
      sentinel: { read: async () => null, write: async () => {} },
      onPartLost: () => {
        throw new Error('a part is lost');
      },
    });
  }

  /** @param name of its database */
  static async open(store: Store, caller: Caller, name: string): Promise<PublicationReader> {
    const reader = new PublicationReader(store, caller, name);
    await reader.cache.open(null);
    await reader.cache.unlock(btoa('k'.repeat(32)));
    return reader;
  }

  async sync(): Promise<Manifest> {
    const manifest = await this.#asCaller((db) => buildManifest(db, this.#caller));
    if (manifest === null) throw new Error('nothing is published');
    this.fetched = await this.cache.missingParts(manifest);
    for (const ref of this.fetched) {
      const bytes = new Uint8Array(await this.part(ref.digest));
      await this.cache.putParts([this.cache.seal(ref, bytes)]);
    }
    await this.cache.switchTo({ user: 'u', apiUrl: 'https://api.example', etag: null, manifest });
    return manifest;
  }

  /** @throws where the caller may not have it */
  async part(digest: string): Promise<ArrayBuffer> {
    const found = await this.#asCaller((db) =>
      db.selectFrom('parts').select('bytes').where('digest', '=', digest).executeTakeFirst(),
    );
    if (found === undefined) throw new Error(`there is no part ${digest}`);
    return new Uint8Array(found.bytes).buffer;
  }

  /** What a look-up shows for a key. */
  async shown(key: string) {
    const glyph = (await this.cache.glyphs([key]))[0] ?? null;
    return {
      words: await this.cache.words(key),
      money: await this.cache.money(key),
      glyph: glyph === null ? null : (this.cache.visible?.manifest.glyphs[glyph] ?? null),
    };
  }

  async close(): Promise<void> {
    this.#database.close();
    await this.#database.delete();
  }

  #asCaller<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T> {
    return this.#store.restricted(callerSettings(this.#caller), work);
  }
}
