/** Bytes per entry: high lane, low lane (4 each), index into the manifest's glyphs (2); big endian. */
export const GLYPH_ENTRY_BYTES = 10;
const HASH_BYTES = 8;
const TWO_32 = 2 ** 32;

/**
 * A shard as it is compressed: of each hash what it is above the one before, first the highest byte of all, then the
 * next one, and last the two bytes of the indexes. Hashes are noise; what little they have in common lies in the first.
 * @param shard entries one after the other, ascending by hash
 */
export function shardToPlanes(shard: DataView): Uint8Array<ArrayBuffer> {
  const count = shard.byteLength / GLYPH_ENTRY_BYTES;
  const planes = new Uint8Array(shard.byteLength);
  let formerHigh = 0;
  let formerLow = 0;
  for (let i = 0; i < count; i++) {
    const at = i * GLYPH_ENTRY_BYTES;
    const high = shard.getUint32(at);
    const low = shard.getUint32(at + 4);
    const borrowed = low < formerLow ? 1 : 0;
    const lanes = [high - formerHigh - borrowed, low - formerLow + borrowed * TWO_32] as const;
    for (let byte = 0; byte < HASH_BYTES; byte++) {
      planes[byte * count + i] = lanes[byte >> 2]! >>> (24 - 8 * (byte & 3));
    }
    for (let byte = HASH_BYTES; byte < GLYPH_ENTRY_BYTES; byte++) {
      planes[byte * count + i] = shard.getUint8(at + byte);
    }
    formerHigh = high;
    formerLow = low;
  }
  return planes;
}

/**
 * The entries of a shard one after the other.
 * @throws TypeError where they do not ascend strictly: binary search would miss some
 */
export function shardFromPlanes(planes: Uint8Array): DataView<ArrayBuffer> {
  const count = planes.length / GLYPH_ENTRY_BYTES;
  if (!Number.isInteger(count)) throw new TypeError('the bytes are no glyph shard');
  const shard = new DataView(new ArrayBuffer(planes.length));
  let high = 0;
  let low = 0;
  for (let i = 0; i < count; i++) {
    const lane = (from: number) =>
      planes[from * count + i]! * 2 ** 24 +
      ((planes[(from + 1) * count + i]! << 16) |
        (planes[(from + 2) * count + i]! << 8) |
        planes[(from + 3) * count + i]!);
    const lowStep = lane(4);
    const highStep = lane(0);
    const sum = low + lowStep;
    low = sum % TWO_32;
    high += highStep + (sum >= TWO_32 ? 1 : 0);
    if (high >= TWO_32 || (i > 0 && lowStep === 0 && highStep === 0)) {
      throw new TypeError('the glyphs are out of order');
    }
    const at = i * GLYPH_ENTRY_BYTES;
    shard.setUint32(at, high);
    shard.setUint32(at + 4, low);
    shard.setUint8(at + 8, planes[8 * count + i]!);
    shard.setUint8(at + 9, planes[9 * count + i]!);
  }
  return shard;
}
