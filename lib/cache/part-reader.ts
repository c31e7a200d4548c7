import type { PartRef } from '../contract/manifest.ts';
import { gunzip } from './gzip.ts';
import { partKey } from './manifest-parts.ts';

export interface PartReaderOptions {
  get: (key: string) => Promise<ArrayBuffer | undefined>;
  /** Opens what is sealed. @throws when it is not what was sealed under this key */
  unseal: (key: string, sealed: ArrayBuffer) => Promise<ArrayBuffer>;
  drop: (key: string) => Promise<void>;
  /** A part that should be stored is missing or unreadable. */
  onLost: () => void;
}

/** Unpacks stored parts; glyph shards stay in memory, for every badge on a page asks them. */
export class PartReader {
  readonly #options: PartReaderOptions;
  readonly #shards = new Map<string, Promise<DataView | null>>();

  constructor(options: PartReaderOptions) {
    this.#options = options;
  }

  readonly text = async (ref: PartRef): Promise<string | null> => {
    const plain = await this.#read(ref);
    return plain === null ? null : new TextDecoder().decode(plain);
  };

  async shard(ref: PartRef): Promise<DataView | null> {
    const key = partKey(ref);
    let shard = this.#shards.get(key);
    if (shard === undefined) {
      shard = this.#read(ref).then((plain) => (plain === null ? null : new DataView(plain.buffer)));
      this.#shards.set(key, shard);
    }
    try {
      const found = await shard;
      if (found === null) this.#shards.delete(key);
      return found;
    } catch (error) {
      this.#shards.delete(key);
      throw error;
    }
  }

  /** An unreadable part is dropped and reported, so that the next sync fetches it again. */
  async #read(ref: PartRef): Promise<Uint8Array | null> {
    const key = partKey(ref);
    const sealed = await this.#options.get(key);
    try {
      if (sealed !== undefined) return await gunzip(await this.#options.unseal(key, sealed));
    } catch {
      await this.#options.drop(key);
    }
    this.#options.onLost();
    return null;
  }
}
