import { hashOfLanes, lanesOfHash } from '../../util/hash64.ts';

const HASH_BYTES = 8;

/** An account in the search index. */
export interface NameEntry {
  /** Hash under which the account's row is stored, 16 hex digits. */
  hash: string;
  /** Null: gone from this scope. */
  name: string | null;
}

/** Names in their order; what lies in memory while they are searched, so a hash is spelled out only when wanted. */
export interface Names {
  names: (string | null)[];
  /** Hash of the name at an index, 16 hex digits. */
  hashAt(index: number): string;
}

/** A search part as it is compressed: all hashes, big endian, then the names as a JSON list in UTF-8. */
export function joinNames(entries: readonly NameEntry[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(entries.map(({ name }) => name)));
  const out = new Uint8Array(entries.length * HASH_BYTES + text.length);
  const view = new DataView(out.buffer);
  for (const [i, { hash }] of entries.entries()) {
    const { high, low } = lanesOfHash(hash);
    view.setUint32(i * HASH_BYTES, high);
    view.setUint32(i * HASH_BYTES + 4, low);
  }
  out.set(text, entries.length * HASH_BYTES);
  return out;
}

/**
 * @param count number of names, as the manifest says
 * @throws TypeError, SyntaxError where the bytes are not that
 */
export function readNames(plain: Uint8Array, count: number): Names {
  const size = count * HASH_BYTES;
  const names: unknown = JSON.parse(new TextDecoder().decode(plain.subarray(size)));
  if (!Array.isArray(names) || names.length !== count) throw new TypeError(`not ${count} names`);
  if (names.some((name) => typeof name !== 'string' && name !== null)) throw new TypeError('no names');
  const view = new DataView(plain.buffer, plain.byteOffset, size);
  return {
    names: names as (string | null)[],
    hashAt: (index) =>
      hashOfLanes(view.getUint32(index * HASH_BYTES), view.getUint32(index * HASH_BYTES + 4)),
  };
}
