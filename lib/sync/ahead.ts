import type { ApiClient, PartStream } from './api-client.ts';

/**
 * What a first sync asks for together with `/v1/me`, for it needs it whatever that says: the manifest, and all parts in
 * one answer. Each question after the other would be one more way to the server and back before anything is seen.
 */
export class Ahead {
  readonly manifest: ReturnType<ApiClient['manifest']>;
  readonly #parts: Promise<PartStream | null>;
  readonly #abort = new AbortController();

  constructor(api: ApiClient, signal: AbortSignal) {
    const either = AbortSignal.any([signal, this.#abort.signal]);
    this.manifest = api.manifest(null, either);
    // A failure is told to whoever waits for the answer later, and to nobody else.
    this.manifest.catch(() => {});
    // An API from before there was such an answer refuses; then parts are asked for by the pack.
    this.#parts = api.allParts(either).catch(() => null);
  }

  /** The answer with all parts of the manifest with this etag; null where it is another's, or there is none. */
  async partsOf(etag: string | null): Promise<PartStream | null> {
    const parts = await this.#parts;
    return etag !== null && parts?.etag === etag ? parts : null;
  }

  /** Nobody is going to read it. */
  drop(): void {
    this.#abort.abort();
  }
}
