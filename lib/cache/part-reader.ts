import type { PartRef } from '../contract/manifest.ts';
import { partName } from './bundles.ts';
import { gunzip } from './gzip.ts';

export interface PartReaderOptions {
  get: (name: string) => Promise<ArrayBuffer | undefined>;
  /** Opens what is sealed. @throws when it is not what was sealed under this name */
  unseal: (name: string, sealed: ArrayBuffer) => Promise<ArrayBuffer>;
  drop: (name: string) => Promise<void>;
  /** A part that should be stored is missing or unreadable. */
  onLost: () => void;
}

/** Unpacks stored parts; glyph shards stay in memory, for every badge on a page asks them. */
export class PartReader {
  readonly #options: PartReaderOptions;
  readonly #shards = new Map<string, Promise<DataView | null>>();
  readonly #loaded = new WeakMap<PartRef, DataView>();

  constructor(options: PartReaderOptions) {
    this.#options = options;
  }

  readonly text = async (ref: PartRef): Promise<string | null> => {
    const plain = await this.#read(ref);
    return plain === null ? null : new TextDecoder().decode(plain);
  };

  /** A shard that is in memory already. */
  loaded(ref: PartRef): DataView | undefined {
    return this.#loaded.get(ref);
  }

  async shard(ref: PartRef): Promise<DataView | null> {
    const name = partName(ref);
    let shard = this.#shards.get(name);
    if (shard === undefined) {
      shard = this.#read(ref).then((plain) => (plain === null ? null : new DataView(plain.buffer)));
      this.#shards.set(name, shard);
    }
    try {
      const found = await shard;
      if (found === null) this.#shards.delete(name);
      else this.#loaded.set(ref, found);
      return found;
    } catch (error) {
      this.#shards.delete(name);
      throw error;
    }
  }

  /** An unreadable part is dropped and reported, so that the next sync fetches it again. */
  async #read(ref: PartRef): Promise<Uint8Array | null> {
    const name = partName(ref);
    const sealed = await this.#options.get(name);
    try {
      if (sealed !== undefined) return await gunzip(await this.#options.unseal(name, sealed));
    } catch {
      await this.#options.drop(name);
    }
    this.#options.onLost();
    return null;
  }
}
