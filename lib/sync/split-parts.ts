import type { PartRef } from '../contract/manifest.ts';
import { SyncError } from '../errors/sync-error.ts';

/**
 * Takes a part that is complete. Its bytes are lent until `take` first waits for something: whoever needs them longer
 * copies them. Nothing more is read before what it returns is resolved.
 */
export type TakePart = (ref: PartRef, bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>;

/** Cuts a stream of parts that follow each other without anything between into the parts it is made of. */
export function splitParts(
  refs: readonly PartRef[],
  take: TakePart,
): {
  /** Resolves when more may come. */
  push(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  /** @throws SyncError 'bad-data' where the stream ended before the last part did */
  end(): void;
} {
  let index = 0;
  /** Where a part that comes in several pieces is put together: one place for all, for new memory costs time. */
  let desk = new Uint8Array();
  let filled = 0;
  return {
    async push(piece) {
      let rest = piece;
      for (let ref = refs[index]; ref !== undefined; ref = refs[index]) {
        const wanted = rest.subarray(0, ref.bytes - filled);
        rest = rest.subarray(wanted.byteLength);
        const isWhole = wanted.byteLength === ref.bytes;
        if (!isWhole) {
          if (desk.byteLength < ref.bytes) desk = new Uint8Array(ref.bytes);
          desk.set(wanted, filled);
          filled += wanted.byteLength;
          if (filled < ref.bytes) return;
        }
        index++;
        filled = 0;
        await take(ref, isWhole ? wanted : desk.subarray(0, ref.bytes));
        if (rest.byteLength === 0) return;
      }
    },
    end() {
      if (index < refs.length) throw new SyncError('bad-data', { cause: 'answer ends before its last part' });
    },
  };
}
