import { fromBase64 } from '../util/base64.ts';
import { joinBuffers } from '../util/join-bytes.ts';

/** Bytes of the random start value in front of what is sealed. */
const IV_BYTES = 12;

/** Seals what lies on disk. A sealed thing opens under its own name only, so that none can stand for another. */
export interface Cipher {
  /** Tells keys apart without telling the key. */
  readonly id: string;
  /** What stands on disk for a name that may not be guessed: a hash that only this key makes, as hex digits. */
  nameOf(text: string): Promise<string>;
  seal(name: string, plain: BufferSource): Promise<ArrayBuffer>;
  /** The same as the pieces it is made of, for whoever puts them together with others: megabytes are copied once less. */
  sealInPieces(name: string, plain: BufferSource): Promise<readonly ArrayBuffer[]>;
  /** @throws when the bytes were not sealed with this key under this name */
  open(name: string, sealed: ArrayBuffer): Promise<ArrayBuffer>;
}

/**
 * AES-256-GCM with a fresh random start value each time; the name is authenticated with it. The key cannot be
 * read back from the browser's crypto.
 * @param key 32 bytes in base64, as the API hands it out
 */
export async function createCipher(key: string): Promise<Cipher> {
  const bytes = fromBase64(key);
  // Each use of the key has a hash of its own in its place.
  const derived = (use: string) => crypto.subtle.digest('SHA-256', new Uint8Array([...named(use), ...bytes]));
  // Made when it is first needed: a start of the worker waits for the rest.
  let naming: Promise<CryptoKey> | null = null;
  const namingKey = async () => {
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    return crypto.subtle.importKey('raw', await derived('names'), hmac, false, ['sign']);
  };
  const [imported, id] = await Promise.all([
    crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']),
    derived('key id'),
  ]);
  const sealed = async (name: string, plain: BufferSource): Promise<ArrayBuffer[]> => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const additionalData = named(name);
    return [iv.buffer, await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, imported, plain)];
  };
  return {
    id: hexOf(id, 8),
    async nameOf(text) {
      naming ??= namingKey();
      return hexOf(await crypto.subtle.sign('HMAC', await naming, named(text)), 16);
    },
    seal: async (name, plain) => joinBuffers(await sealed(name, plain)),
    sealInPieces: sealed,
    open(name, sealed) {
      const iv = new Uint8Array(sealed, 0, IV_BYTES);
      const body = new Uint8Array(sealed, IV_BYTES);
      const additionalData = named(name);
      return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, imported, body);
    },
  };
}

function hexOf(buffer: ArrayBuffer, bytes: number): string {
  return Array.from(new Uint8Array(buffer, 0, bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function named(name: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(name);
}
