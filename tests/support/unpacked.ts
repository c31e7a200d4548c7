import { constants, gunzipSync, inflateRawSync } from 'node:zlib';
import { streamsOf } from '../../lib/contract/parts/segment.ts';

/** What follows behind, or is missing at the end, does no harm. */
const FLUSH = { finishFlush: constants.Z_SYNC_FLUSH };

/** What is packed in some bytes, as far as they begin with a part; nothing where they are none, or sealed. */
export function unpacked(bytes: Uint8Array): Buffer[] {
  for (const unpack of [unpackSegment, (packed: Uint8Array) => [gunzipSync(packed, FLUSH)]]) {
    try {
      return unpack(bytes);
    } catch {
      // Of another format, or sealed.
    }
  }
  return [];
}

function unpackSegment(bytes: Uint8Array): Buffer[] {
  return Array.from(streamsOf(bytes), ({ pieces }) => inflateRawSync(Buffer.concat(pieces), FLUSH));
}
