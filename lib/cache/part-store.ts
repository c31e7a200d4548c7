import { bundlesOf, namesIn, readPart, withoutParts } from './bundles.ts';
import type { CacheDatabase, Change } from './database.ts';
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
    this.#kept = new KeptRecords((key) => db.get('parts', key));
  }

  /** Names of all parts that are stored, as the disk says now. */
  async names(): Promise<ReadonlySet<string>> {
    return new Set((await this.#read()).keys());
  }

  /** The same as `get`, and brings what lies with it into memory: its neighbours are likely to be asked for next. */
  async getWithNeighbours(name: string): Promise<ArrayBuffer | undefined> {
    const part = await this.get(name);
    const place = (await this.#places)?.get(name);
    if (place) this.#kept.keep(place.key);
    return part;
  }

  /** The same for a part that is likely to have a record of its own: nobody has to know first where parts lie. */
  async getOwn(name: string): Promise<ArrayBuffer | undefined> {
    const own = await guarded(() => this.#db.get('parts', name));
    return own === undefined ? this.get(name) : readPart(own, 0);
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
    if (place !== undefined) {
      const { key } = place;
      await guarded(() => this.#db.change(['parts'], (change) => change.delete('parts', key)));
    }
    this.forgetPlaces();
  }

  /**
   * Removes all parts but the wanted ones as part of a change.
   * @returns false where a wanted part is not stored: nothing is to be kept of the change then
   */
  async keepOnly(wanted: ReadonlySet<string>, change: Change): Promise<boolean> {
    const keys = await change.keys('parts');
    const missing = new Set(wanted);
    const doomed: string[] = [];
    for (const key of keys) {
      const names = namesIn(key);
      for (const name of names) missing.delete(name);
      if (names.every((name) => wanted.has(name))) continue;
      doomed.push(key);
      const stored = names.some((name) => wanted.has(name)) ? await change.get('parts', key) : undefined;
      const rest = stored && withoutParts({ key, stored }, (name) => wanted.has(name));
      if (rest) await change.put('parts', rest.key, rest.stored);
    }
    if (missing.size > 0) return false;
    await Promise.all(doomed.map((key) => change.delete('parts', key)));
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
    const bundle: unknown = await guarded(() => this.#db.get('parts', key));
    if (bundle === undefined) return undefined;
    return readPart(bundle, index);
  }

  #read(): Promise<Map<string, Place>> {
    const places = guarded(() => this.#db.keys('parts')).then(placesIn);
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
