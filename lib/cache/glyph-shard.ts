/** Bytes per entry: high lane, low lane (4 each), index into the manifest's glyphs (2); big endian. */
export const GLYPH_ENTRY_BYTES = 10;

/** Index into `manifest.glyphs` for a hash, or -1. Binary search in one unpacked shard. */
export function findGlyph(shard: DataView, high: number, low: number): number {
  let from = 0;
  let to = shard.byteLength / GLYPH_ENTRY_BYTES - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const at = middle * GLYPH_ENTRY_BYTES;
    const order = shard.getUint32(at) - high || shard.getUint32(at + 4) - low;
    if (order === 0) return shard.getUint16(at + 8);
    if (order < 0) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** True where entries ascend strictly, so that binary search finds every one of them. */
export function isAscending(shard: DataView): boolean {
  for (let at = GLYPH_ENTRY_BYTES; at < shard.byteLength; at += GLYPH_ENTRY_BYTES) {
    const before = at - GLYPH_ENTRY_BYTES;
    const order =
      shard.getUint32(before) - shard.getUint32(at) || shard.getUint32(before + 4) - shard.getUint32(at + 4);
    if (order >= 0) return false;
  }
  return true;
}

/** Hash of the entry at `index` as 16 hex digits. */
export function glyphHash(shard: DataView, index: number): string {
  const at = index * GLYPH_ENTRY_BYTES;
  return [shard.getUint32(at), shard.getUint32(at + 4)]
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('');
}

/** Hashes of all entries whose index into the manifest's glyphs is wanted. */
export function* hashesWith(shard: DataView, isWanted: (glyph: number) => boolean): Generator<string> {
  for (let index = 0; index * GLYPH_ENTRY_BYTES < shard.byteLength; index++) {
    if (isWanted(shard.getUint16(index * GLYPH_ENTRY_BYTES + 8))) yield glyphHash(shard, index);
  }
}
