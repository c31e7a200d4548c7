import type { PartRef } from '../contract/manifest.ts';
import { SyncError } from '../errors/sync-error.ts';
import { partName } from './bundles.ts';
import type { Cipher } from './cipher.ts';
import { verifyPart } from './verify-part.ts';

/** A part as it is stored. */
export interface SealedPart {
  ref: PartRef;
  /** One after the other. */
  pieces: readonly ArrayBuffer[];
  /** Bytes of all pieces. */
  size: number;
}

/**
 * Verifies and seals a part at the same time: neither waits for the other, and what is not good is not kept.
 * @param cipher null while locked
 * @param bytes not needed any more once this first waits
 * @throws SyncError 'bad-data' where it is not the part promised, 'storage-broken' while locked
 */
export async function sealPart(
  cipher: Cipher | null,
  ref: PartRef,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SealedPart> {
  if (cipher === null) throw new SyncError('storage-broken', { cause: 'locked' });
  const [pieces] = await Promise.all([cipher.sealInPieces(partName(ref), bytes), verifyPart(ref, bytes)]);
  return { ref, pieces, size: pieces.reduce((sum, { byteLength }) => sum + byteLength, 0) };
}
