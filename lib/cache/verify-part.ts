import type { PartRef } from '../contract/manifest.ts';
import { readCount } from '../contract/parts/gzip-count.ts';
import { segmentCount } from '../contract/parts/segment.ts';
import { SyncError } from '../errors/sync-error.ts';

/**
 * Checks that the bytes are what the manifest promised: size, SHA-256, number of entries. The digest vouches for the
 * rest: unpacking every part would take longer than all else together, and whoever reads one finds out.
 * @param bytes not needed any more once this first waits
 * @throws SyncError 'bad-data'
 */
export async function verifyPart(ref: PartRef, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (bytes.byteLength !== ref.bytes) throw bad(`${bytes.byteLength} bytes instead of ${ref.bytes}`);
  const digest = sha256(bytes);
  const count = (ref.kind === 'segment' ? segmentCount : readCount)(bytes);
  if ((await digest) !== ref.digest) throw bad('another digest');
  if (count !== ref.count) throw bad(`${count} entries instead of ${ref.count}`);
}

export async function sha256(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bad(what: string): SyncError {
  return new SyncError('bad-data', { cause: `part has ${what}` });
}
