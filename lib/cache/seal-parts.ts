import type { PartRef } from '../contract/manifest.ts';
import { partName } from './bundles.ts';
import type { Cipher } from './cipher.ts';
import { type FetchedPart, verifyPart } from './verify-part.ts';

/** A part as it is stored. */
export interface SealedPart {
  ref: PartRef;
  /** One after the other. */
  pieces: readonly BufferSource[];
  /** Bytes of all pieces. */
  size: number;
}

/** Verifies and seals parts, all at a time. @returns the good ones, and the first failure, a SyncError, if any */
export async function sealParts(
  cipher: Cipher,
  parts: readonly FetchedPart[],
): Promise<{ sealed: SealedPart[]; failure: unknown }> {
  const ends = await Promise.allSettled(
    parts.map(async ({ ref, bytes }): Promise<SealedPart> => {
      // At the same time: neither waits for the other, and what is not good is not kept.
      const [pieces] = await Promise.all([cipher.sealInPieces(partName(ref), bytes), verifyPart(ref, bytes)]);
      return { ref, pieces, size: pieces.reduce((sum, { byteLength }) => sum + byteLength, 0) };
    }),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  return {
    sealed: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
    failure: failed === undefined ? null : failed.reason,
  };
}
