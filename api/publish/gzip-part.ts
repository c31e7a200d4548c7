import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PartRef } from '../../lib/contract/manifest.ts';
import { withCount } from '../../lib/util/gzip-count.ts';

/** A part ready to be stored: its reference in the manifest and its bytes. */
export interface Part {
  ref: PartRef;
  bytes: Uint8Array;
}

/** Compresses so that equal content gives equal bytes on every system, and names the part by their SHA-256. */
export function gzipPart(
  content: string | Uint8Array,
  about: Pick<PartRef, 'kind' | 'count' | 'first' | 'last'>,
): Part {
  const bytes = withCount(gzipSync(content, { level: 9 }), about.count);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { ref: { digest, bytes: bytes.length, ...about }, bytes };
}
