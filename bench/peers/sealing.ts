import { createCipher } from '../../lib/cache/cipher.ts';

/** Parts under way at once, about as many as come in one pack. */
const AT_ONCE = 50;

/** ms it takes to seal so many parts of a size the way the cache does; content does not matter to the cipher. */
export async function timeSealing(parts: number, bytes: number): Promise<number> {
  const cipher = await createCipher(btoa('k'.repeat(32)));
  const plain = new ArrayBuffer(bytes);
  const name = '0'.repeat(32);
  const began = performance.now();
  for (let sealed = 0; sealed < parts; sealed += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, parts - sealed) }, () =>
      cipher.sealInPieces(name, plain),
    );
    await Promise.all(some);
  }
  return performance.now() - began;
}
