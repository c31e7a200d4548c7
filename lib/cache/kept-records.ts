import { namesIn, type StoredBundle } from './bundles.ts';

/** Records of up to two megabytes each. */
const MOST_RECORDS = 4;

/** Neighbours in a record, in memory. */
interface Kept {
  /** Index of the first one. */
  from: number;
  /** Where each begins, and the last one ends. */
  offsets: readonly number[];
  bytes: ArrayBuffer;
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

  /** Brings parts of a record into memory, unless some of it are there; none given: all. A failure is no harm. */
  keep(key: string, names?: ReadonlySet<string>): void {
    if (this.#records.has(key)) return;
    const [oldest] = this.#records.keys();
    if (oldest !== undefined && this.#records.size >= MOST_RECORDS) this.#records.delete(oldest);
    const kept = this.#load(key, names).catch(() => null);
    this.#records.set(key, kept);
    kept.then((loaded) => {
      if (loaded === null && this.#records.get(key) === kept) this.#records.delete(key);
    });
  }

  /** A part, where it is in memory; undefined where it has to be read. */
  async part(key: string, index: number): Promise<ArrayBuffer | undefined> {
    const kept = await this.#records.get(key);
    if (!kept) return undefined;
    const [start, end] = [kept.offsets[index - kept.from], kept.offsets[index - kept.from + 1]];
    return start === undefined || end === undefined ? undefined : kept.bytes.slice(start, end);
  }

  clear(): void {
    this.#records.clear();
  }

  async #load(key: string, names: ReadonlySet<string> | undefined): Promise<Kept | null> {
    const wanted = namesIn(key).map((name) => names === undefined || names.has(name));
    const [from, to] = [wanted.indexOf(true), wanted.lastIndexOf(true)];
    const { blob, sizes } = ((await this.#read(key)) ?? {}) as Partial<StoredBundle>;
    if (!(blob instanceof Blob) || !sizes || from === -1) return null;
    const start = sum(sizes.slice(0, from));
    const offsets = [0];
    for (const size of sizes.slice(from, to + 1)) offsets.push((offsets.at(-1) as number) + size);
    const bytes = await blob.slice(start, start + (offsets.at(-1) as number)).arrayBuffer();
    return { from, offsets, bytes };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
