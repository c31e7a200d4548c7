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

/** Text of a part. @throws where the bytes are none: what holds nothing would say nothing wrong */
export function textOfPart(bytes: Uint8Array): string {
  const plain = unpacked(bytes);
  if (plain.length === 0) throw new Error('the bytes are no part');
  return Buffer.concat(plain).toString();
}

function unpackSegment(bytes: Uint8Array): Buffer[] {
  return Array.from(streamsOf(bytes), ({ pieces }) => inflateRawSync(Buffer.concat(pieces), FLUSH));
}
