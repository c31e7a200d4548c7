import type { PartRef } from '../contract/manifest.ts';
import { GlyphShard } from '../contract/parts/glyph-shard.ts';
import { type Names, readNames } from '../contract/parts/names.ts';
import { streamFor } from '../contract/parts/segment.ts';
import { partName } from './bundles.ts';
import { gunzip, inflateRaw } from './gzip.ts';
import type { PartStore } from './part-store.ts';

export interface PartReaderOptions {
  store: Pick<PartStore, 'get' | 'getOwn' | 'getWithNeighbours' | 'drop'>;
  /** Opens what is sealed. @throws when it is not what was sealed under this name */
  unseal: (name: string, sealed: ArrayBuffer) => Promise<ArrayBuffer>;
  /** A shard that is at hand without asking the store; null where it is not. */
  copied: (ref: PartRef) => Promise<GlyphShard | null> | null;
  /** A part that should be stored is missing or unreadable. */
  onLost: () => void;
}

/** Unpacks stored parts; glyph shards stay in memory, for every badge on a page asks them. */
export class PartReader {
  readonly #options: PartReaderOptions;
  readonly #shards = new Map<string, Promise<GlyphShard | null>>();

  constructor(options: PartReaderOptions) {
    this.#options = options;
  }

  /** Those lines of a segment among which the one of a hash is, should it be there; null where the part is lost. */
  readonly lines = (ref: PartRef, hash: string): Promise<string | null> =>
    this.#read(
      ref,
      async (plain) => {
        const { pieces, skip } = streamFor(new Uint8Array(plain), hash);
        return new TextDecoder().decode((await inflateRaw(pieces)).subarray(skip));
      },
      'getWithNeighbours',
    );

  /** Names of a search part; null where it is lost. */
  names(ref: PartRef): Promise<Names | null> {
    return this.#read(ref, async (plain) => readNames(await gunzip(plain), ref.count));
  }

  async shard(ref: PartRef): Promise<GlyphShard | null> {
    const name = partName(ref);
    let shard = this.#shards.get(name);
    if (shard === undefined) {
      shard = this.#shardOf(ref);
      this.#shards.set(name, shard);
    }
    try {
      const found = await shard;
      if (found === null) this.#shards.delete(name);
      return found;
    } catch (error) {
      this.#shards.delete(name);
      throw error;
    }
  }

  async #shardOf(ref: PartRef): Promise<GlyphShard | null> {
    const copied = await this.#options.copied(ref);
    return (
      copied ?? this.#read(ref, async (plain) => new GlyphShard(await gunzip(plain), ref.count), 'getOwn')
    );
  }

  /** An unreadable part is dropped and reported, so that the next sync fetches it again. */
  async #read<T>(
    ref: PartRef,
    unpack: (plain: ArrayBuffer) => Promise<T>,
    get: 'get' | 'getOwn' | 'getWithNeighbours' = 'get',
  ): Promise<T | null> {
    const name = partName(ref);
    const { store } = this.#options;
    const sealed = await store[get](name);
    try {
      if (sealed !== undefined) return await unpack(await this.#options.unseal(name, sealed));
    } catch {
      await store.drop(name);
    }
    this.#options.onLost();
    return null;
  }
}
