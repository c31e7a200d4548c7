/**
 * 64-bit non-cryptographic hash of a text as 16 lower-case hex digits: two independent 32-bit lanes
 * (cyrb53's mixing, both lanes kept whole). Orders segments and addresses the glyph index; the server
 * refuses to publish on a collision, so equality of hashes may stand for equality of keys.
 */
export function hash64(text: string): string {
  const { high, low } = hash64Lanes(text);
  return hashOfLanes(high, low);
}

/** A hash as two unsigned 32-bit numbers, for typed-array indexes. */
export interface HashLanes {
  high: number;
  low: number;
}

/** A hash written out, 16 hex digits. */
export function hashOfLanes(high: number, low: number): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** The lanes of a hash that is written out. */
export function lanesOfHash(hash: string): HashLanes {
  return { high: Number.parseInt(hash.slice(0, 8), 16), low: Number.parseInt(hash.slice(8), 16) };
}

/** The hash of a text as its lanes. */
export function hash64Lanes(text: string): HashLanes {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return { high: b >>> 0, low: a >>> 0 };
}
