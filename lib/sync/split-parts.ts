import type { PartRef } from '../contract/manifest.ts';
import { SyncError } from '../errors/sync-error.ts';
import { joinBytes } from '../util/join-bytes.ts';

/** Cuts a stream of parts that follow each other without anything between into the parts it is made of. */
export function splitParts(
  refs: readonly PartRef[],
  take: (ref: PartRef, bytes: ArrayBuffer) => void,
): {
  push(piece: Uint8Array): void;
  /** @throws SyncError 'bad-data' where the stream ended before the last part did */
  end(): void;
} {
  let index = 0;
  let size = 0;
  let pieces: Uint8Array[] = [];
  return {
    push(piece) {
      let rest = piece;
      for (let ref = refs[index]; ref !== undefined; ref = refs[index]) {
        const wanted = rest.subarray(0, ref.bytes - size);
        pieces.push(wanted);
        size += wanted.byteLength;
        if (size < ref.bytes) return;
        rest = rest.subarray(wanted.byteLength);
        const bytes = joinBytes(pieces).buffer;
        index++;
        size = 0;
        pieces = [];
        take(ref, bytes);
        if (rest.byteLength === 0) return;
      }
    },
    end() {
      if (index < refs.length) throw new SyncError('bad-data', { cause: 'answer ends before its last part' });
    },
  };
}
