import type { Cipher } from '../../lib/cache/cipher.ts';

/**
 * Opens with the same key under the same name only, like the real one, but costs next to nothing: what is sealed says
 * in front of itself by what. For simulations only.
 */
export async function paperCipher(key: string): Promise<Cipher> {
  const cover = (name: string) => Buffer.from(`${key}\n${name}\n`);
  const sealed = (name: string, plain: BufferSource): ArrayBuffer => {
    const bytes = plain instanceof ArrayBuffer ? new Uint8Array(plain) : (plain as Uint8Array);
    return new Uint8Array(Buffer.concat([cover(name), bytes])).buffer;
  };
  return {
    id: `id of ${key}`,
    nameOf: async (text) => `${text} by ${key}`,
    seal: async (name, plain) => sealed(name, plain),
    sealInPieces: async (name, plain) => [sealed(name, plain)],
    async open(name, sealed) {
      const front = cover(name);
      if (!front.equals(Buffer.from(sealed, 0, Math.min(front.length, sealed.byteLength)))) {
        throw new Error('another key or another name');
      }
      return sealed.slice(front.length);
    },
  };
}
