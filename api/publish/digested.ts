import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PartRef } from '../../lib/contract/manifest.ts';
import { withCount } from '../../lib/contract/parts/gzip-count.ts';

/** A part ready to be stored: its reference in the manifest and its bytes. */
export interface Part {
  ref: PartRef;
  bytes: Uint8Array;
}

type About = Pick<PartRef, 'kind' | 'count' | 'first' | 'last'>;

/** Names a part by the SHA-256 of its bytes. */
export function digested(bytes: Uint8Array, about: About): Part {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { ref: { digest, bytes: bytes.length, ...about }, bytes };
}

/** Compresses so that equal content gives equal bytes on every system. */
export function gzipPart(content: Uint8Array, about: About): Part {
  return digested(withCount(gzipSync(content, { level: 9 }), about.count), about);
}
