import type { Cipher } from './cipher.ts';

/** The cache key of whoever is signed in, and its cipher, made when it is first needed. */
export class HeldKey {
  readonly key: string;
  readonly #cipherOf: (key: string) => Promise<Cipher>;
  #making: Promise<Cipher> | null = null;
  #made: Cipher | null = null;

  constructor(key: string, cipherOf: (key: string) => Promise<Cipher>) {
    this.key = key;
    this.#cipherOf = cipherOf;
  }

  /** Null before it was needed. */
  get made(): Cipher | null {
    return this.#made;
  }

  /** @throws where the key is none */
  cipher(): Promise<Cipher> {
    this.#making ??= this.#make();
    return this.#making;
  }

  async #make(): Promise<Cipher> {
    this.#made = await this.#cipherOf(this.key);
    return this.#made;
  }
}
