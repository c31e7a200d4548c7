import { GLYPH_ENTRY_BYTES } from '../contract/parts/glyph-shard.ts';

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

/** Hashes of all entries whose index into the manifest's glyphs is wanted. */
export function* hashesWith(shard: DataView, isWanted: (glyph: number) => boolean): Generator<string> {
  for (let at = 0; at < shard.byteLength; at += GLYPH_ENTRY_BYTES) {
    if (isWanted(shard.getUint16(at + 8))) yield hashAt(shard, at);
  }
}

/** Hash of the entry at an offset as 16 hex digits. */
function hashAt(shard: DataView, at: number): string {
  return [shard.getUint32(at), shard.getUint32(at + 4)]
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('');
}
