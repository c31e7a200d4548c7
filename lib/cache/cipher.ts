/** Bytes of the random start value in front of what is sealed. */
const IV_BYTES = 12;

/** Seals what lies on disk. A sealed thing opens under its own name only, so that none can stand for another. */
export interface Cipher {
  /** Tells keys apart without telling the key. */
  readonly id: string;
  seal(name: string, plain: BufferSource): Promise<ArrayBuffer>;
  /** @throws when the bytes were not sealed with this key under this name */
  open(name: string, sealed: ArrayBuffer): Promise<ArrayBuffer>;
}

/**
 * AES-256-GCM with a fresh random start value each time; the name is authenticated with it. The key cannot be
 * read back from the browser's crypto.
 * @param key 32 bytes in base64, as the API hands it out
 */
export async function createCipher(key: string): Promise<Cipher> {
  const bytes = Uint8Array.from(atob(key), (char) => char.charCodeAt(0));
  const imported = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const mark = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new Uint8Array([...named('key id'), ...bytes])),
  );
  return {
    id: Array.from(mark.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    async seal(name, plain) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const additionalData = named(name);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, imported, plain);
      const out = new Uint8Array(IV_BYTES + sealed.byteLength);
      out.set(iv);
      out.set(new Uint8Array(sealed), IV_BYTES);
      return out.buffer;
    },
    open(name, sealed) {
      const iv = new Uint8Array(sealed, 0, IV_BYTES);
      const body = new Uint8Array(sealed, IV_BYTES);
      const additionalData = named(name);
      return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, imported, body);
    },
  };
}

function named(name: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(name);
}
