/** Fixed part of a gzip header (RFC 1952 §2.3). */
const HEADER_BYTES = 10;
const FLAGS_AT = 3;
const OS_AT = 9;
const EXTRA_FIELD = 4;
const UNKNOWN_OS = 255;
/** Our subfield of the extra field: "TL", four bytes follow, little endian. */
const MARK = [0x54, 0x4c, 4, 0] as const;
const EXTRA_BYTES = MARK.length + 4;

/**
 * The same gzip member with the number of its entries written into its header, where it can be read without
 * unpacking. The header also names the system that compressed, the one thing that would differ; here it names none.
 * @param member as zlib makes it: no extra field, time zero
 */
export function withCount(member: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(member.length + 2 + EXTRA_BYTES);
  out.set(member.subarray(0, HEADER_BYTES));
  out[FLAGS_AT] = EXTRA_FIELD;
  out[OS_AT] = UNKNOWN_OS;
  out.set([EXTRA_BYTES, 0, ...MARK], HEADER_BYTES);
  new DataView(out.buffer).setUint32(HEADER_BYTES + 2 + MARK.length, count, true);
  out.set(member.subarray(HEADER_BYTES), HEADER_BYTES + 2 + EXTRA_BYTES);
  return out;
}

/** Number of entries that a member says it holds; null where it says nothing. */
export function readCount(member: Uint8Array): number | null {
  const start = [0x1f, 0x8b, 8, EXTRA_FIELD];
  if (!start.every((byte, at) => member[at] === byte)) return null;
  const extra = [EXTRA_BYTES, 0, ...MARK];
  if (!extra.every((byte, at) => member[HEADER_BYTES + at] === byte)) return null;
  const at = HEADER_BYTES + extra.length;
  if (member.length < at + 4) return null;
  return new DataView(member.buffer, member.byteOffset + at, 4).getUint32(0, true);
}
