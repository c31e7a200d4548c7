import type { PartRef } from '../contract/manifest.ts';
import { partName } from './bundles.ts';
import type { Cipher } from './cipher.ts';
import { type FetchedPart, verifyPart } from './verify-part.ts';

/** A part as it is stored. */
export interface SealedPart {
  ref: PartRef;
  sealed: ArrayBuffer;
}

/** Verifies and seals parts, all at a time. @returns the good ones, and the first failure, a SyncError, if any */
export async function sealParts(
  cipher: Cipher,
  parts: readonly FetchedPart[],
): Promise<{ sealed: SealedPart[]; failure: unknown }> {
  const ends = await Promise.allSettled(
    parts.map(async ({ ref, bytes }): Promise<SealedPart> => {
      await verifyPart(ref, bytes);
      return { ref, sealed: await cipher.seal(partName(ref), bytes) };
    }),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  return {
    sealed: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
    failure: failed === undefined ? null : failed.reason,
  };
}
