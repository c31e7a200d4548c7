import type { Cipher } from '../../lib/cache/cipher.ts';

interface Sealed {
  key: string;
  name: string;
  plain: ArrayBuffer;
}

const sealed = new WeakMap<ArrayBuffer, Sealed>();

/** Seals like the real one, but costs nothing: what was sealed is looked up, not computed. For simulations only. */
export async function paperCipher(key: string): Promise<Cipher> {
  return {
    id: `id of ${key}`,
    nameOf: async (text) => `${text} by ${key}`,
    async seal(name, plain) {
      const bytes = plain instanceof ArrayBuffer ? plain : new Uint8Array(plain as Uint8Array).slice().buffer;
      const cover = new ArrayBuffer(0);
      sealed.set(cover, { key, name, plain: bytes });
      return cover;
    },
    async open(name, cover) {
      const found = sealed.get(cover);
      if (found?.key !== key || found.name !== name) throw new Error('another key or another name');
      return found.plain;
    },
  };
}
