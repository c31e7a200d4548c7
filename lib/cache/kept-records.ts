import type { SharedRecord } from './bundles.ts';

/** Records of up to two megabytes each. */
const MOST_RECORDS = 4;

interface Kept {
  bytes: ArrayBuffer;
  sizes: readonly number[];
}

/**
 * Sealed bytes of the records that were asked last: reading from a file takes longer than opening and unpacking what
 * was read, and whoever looks at one account looks at its neighbours next.
 */
export class KeptRecords {
  readonly #records = new Map<string, Promise<Kept | null>>();
  readonly #read: (key: string) => Promise<unknown>;

  /** @param read value of a record */
  constructor(read: (key: string) => Promise<unknown>) {
    this.#read = read;
  }

  /** Brings a record into memory, in place of the oldest one. A failure is no harm. */
  keep(key: string): void {
    if (this.#records.has(key)) return;
    const [oldest] = this.#records.keys();
    if (oldest !== undefined && this.#records.size >= MOST_RECORDS) this.#records.delete(oldest);
    const kept = this.#load(key).catch(() => null);
    this.#records.set(key, kept);
    kept.then((loaded) => {
      if (loaded === null && this.#records.get(key) === kept) this.#records.delete(key);
    });
  }

  /** A part, where it is in memory; undefined where it has to be read. */
  async part(key: string, index: number): Promise<ArrayBuffer | undefined> {
    const kept = await this.#records.get(key);
    const size = kept?.sizes[index];
    if (!kept || size === undefined) return undefined;
    const start = kept.sizes.slice(0, index).reduce((sum, before) => sum + before, 0);
    return kept.bytes.slice(start, start + size);
  }

  clear(): void {
    this.#records.clear();
  }

  async #load(key: string): Promise<Kept | null> {
    const { blob, sizes } = ((await this.#read(key)) ?? {}) as Partial<SharedRecord>;
    return blob instanceof Blob && sizes ? { bytes: await blob.arrayBuffer(), sizes } : null;
  }
}
