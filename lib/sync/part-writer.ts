import type { SealedPart } from '../cache/seal-part.ts';
import type { PartRef } from '../contract/manifest.ts';

/** Bytes that are written at a time: each write costs the browser some milliseconds, however small it is. */
const BATCH_BYTES = 4 * 1024 * 1024;
/** The first batch is small, so that the disk has something to write early; each one is twice the one before. */
const FIRST_BATCH_BYTES = 1024 * 1024;
/** On a slow line what has come is written after this time (ms): a worker that is killed fetches no more again. */
const LONGEST_WAIT_MS = 2_000;
/** Batches that may wait for the disk; more would only fill the memory. */
const MOST_WRITES = 4;

export interface PartWriterOptions {
  /** Verifies and seals a part. The bytes are not needed any more once it first waits. */
  seal: (ref: PartRef, bytes: Uint8Array<ArrayBuffer>) => Promise<SealedPart>;
  /** Stores some parts; those that are good also where another is not. @throws what has failed */
  store: (parts: readonly Promise<SealedPart>[]) => Promise<void>;
  /** Called with the number of parts stored so far. */
  onProgress: (done: number) => void;
  /** Clock, ms. */
  now: () => number;
}

/** Seals parts as they come, and writes some at a time, beside what is still being fetched. */
export class PartWriter {
  readonly #options: PartWriterOptions;
  readonly #writes = new Set<Promise<void>>();
  #batch: Promise<SealedPart>[] = [];
  #size = 0;
  #limit = FIRST_BATCH_BYTES;
  #written: number;
  #done = 0;
  #failure: { cause: unknown } | null = null;

  constructor(options: PartWriterOptions) {
    this.#options = options;
    this.#written = options.now();
  }

  /** @throws what has failed in an earlier write: there is no use in going on */
  take(ref: PartRef, bytes: Uint8Array<ArrayBuffer>): void {
    const sealed = this.#options.seal(ref, bytes);
    // Whoever writes it hears of a failure.
    sealed.catch(() => {});
    this.#batch.push(sealed);
    this.#size += bytes.byteLength;
    // A clock that is set back waits no longer either.
    const waited = Math.abs(this.#options.now() - this.#written);
    if (this.#size >= this.#limit || waited > LONGEST_WAIT_MS) this.#write();
    this.#throwFailure();
  }

  /** Resolves when more may come. @throws as `take` */
  async room(): Promise<void> {
    while (this.#writes.size >= MOST_WRITES) await Promise.race(this.#writes);
    this.#throwFailure();
  }

  /** Writes what is left, and resolves when all is stored. @throws the first failure, once no write is under way */
  async end(): Promise<void> {
    this.#write();
    await Promise.all(this.#writes);
    this.#throwFailure();
  }

  #write(): void {
    const { store, onProgress, now } = this.#options;
    const parts = this.#batch;
    this.#batch = [];
    this.#size = 0;
    this.#written = now();
    if (parts.length === 0) return;
    this.#limit = Math.min(this.#limit * 2, BATCH_BYTES);
    const write = store(parts)
      .then(() => {
        this.#done += parts.length;
        onProgress(this.#done);
      })
      .catch((cause: unknown) => {
        this.#failure ??= { cause };
      })
      .finally(() => void this.#writes.delete(write));
    this.#writes.add(write);
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.cause;
  }
}
