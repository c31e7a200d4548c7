import { bundlesOf, namesIn, partIn, withoutParts } from './bundles.ts';
import type { CacheDatabase } from './database.ts';
import { KeptRecords } from './kept-records.ts';
import type { SealedPart } from './seal-part.ts';
import { guarded } from './storage-error.ts';

interface Place {
  key: string;
  index: number;
}

/** The sealed parts on disk, several to a record, and where each of them lies. */
export class PartStore {
  readonly #db: CacheDatabase;
  /** Read from the keys when it is first asked for. */
  #places: Promise<Map<string, Place>> | null = null;
  readonly #kept: KeptRecords;

  constructor(db: CacheDatabase) {
    this.#db = db;
    this.#kept = new KeptRecords((key) => db.getParts(key));
  }

  /** Names of all parts that are stored, as the disk says now. */
  async names(): Promise<ReadonlySet<string>> {
    return new Set((await this.#read()).keys());
  }

  /** Learns where parts lie from the keys of all records. */
  know(keys: readonly string[]): void {
    this.#places = Promise.resolve(placesIn(keys));
  }

  /** The same as `get`, and brings what lies with it into memory: its neighbours are likely to be asked for next. */
  async getWithNeighbours(name: string): Promise<ArrayBuffer | undefined> {
    const part = await this.get(name);
    const place = (await this.#places)?.get(name);
    if (place) this.#kept.keep(place.key);
    return part;
  }

  /** Undefined where it is not stored. */
  async get(name: string): Promise<ArrayBuffer | undefined> {
    this.#places ??= this.#read();
    const known = (await this.#places).get(name);
    const found = known && (await this.#partAt(known));
    if (found !== undefined) return found;
    // Another client of this database may have moved it.
    const place = (await this.#read()).get(name);
    return place && this.#partAt(place);
  }

  /** Those that are good also where another is not. @throws the first failure to seal; storage errors */
  async put(parts: readonly Promise<SealedPart>[]): Promise<void> {
    const ends = await Promise.allSettled(parts);
    const sealed = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    if (sealed.length > 0) await guarded(() => this.#db.putParts(bundlesOf(sealed)));
    this.#places = null;
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  /** Drops a part that cannot be read, and what lies with it. */
  async drop(name: string): Promise<void> {
    const place = (await this.#read()).get(name);
    if (place !== undefined) await guarded(() => this.#db.parts.delete(place.key));
    this.forgetPlaces();
  }

  /**
   * Removes all parts but the wanted ones; to be called inside a transaction.
   * @returns false where a wanted part is not stored: nothing is to be kept of the transaction then
   */
  async keepOnly(wanted: ReadonlySet<string>): Promise<boolean> {
    const { parts } = this.#db;
    const keys = await parts.toCollection().primaryKeys();
    const missing = new Set(wanted);
    const doomed: string[] = [];
    for (const key of keys) {
      const names = namesIn(key);
      for (const name of names) missing.delete(name);
      if (names.every((name) => wanted.has(name))) continue;
      doomed.push(key);
      const stored = names.some((name) => wanted.has(name)) ? await parts.get(key) : undefined;
      const rest = stored && withoutParts({ key, stored }, (name) => wanted.has(name));
      if (rest) await parts.put(rest.stored, rest.key);
    }
    if (missing.size > 0) return false;
    await parts.bulkDelete(doomed);
    return true;
  }

  /** Another client, or a transaction of our own, has changed what is stored. */
  forgetPlaces(): void {
    this.#places = null;
    this.#kept.clear();
  }

  async #partAt({ key, index }: Place): Promise<ArrayBuffer | undefined> {
    const kept = await this.#kept.part(key, index);
    if (kept !== undefined) return kept;
    const bundle: unknown = await guarded(() => this.#db.getParts(key));
    if (bundle === undefined) return undefined;
    // A record of another shape, or one whose file is gone, is damaged: whoever opens it finds out, and drops it.
    const damaged = new ArrayBuffer(0);
    return (
      (await partIn(bundle, index)
        ?.arrayBuffer()
        .catch(() => damaged)) ?? damaged
    );
  }

  #read(): Promise<Map<string, Place>> {
    const places = guarded(() => this.#db.partKeys()).then(placesIn);
    this.#places = places;
    places.catch(() => {
      if (this.#places === places) this.#places = null;
    });
    return places;
  }
}

function placesIn(keys: readonly string[]): Map<string, Place> {
  return new Map(keys.flatMap((key) => namesIn(key).map((name, index) => [name, { key, index }] as const)));
}
