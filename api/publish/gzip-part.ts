import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PartRef } from '../../lib/contract/manifest.ts';

/** A part ready to be stored: its reference in the manifest and its bytes. */
export interface Part {
  ref: PartRef;
  bytes: Uint8Array;
}

const OS_BYTE = 9;
const UNKNOWN_OS = 255;

/** Compresses so that equal content gives equal bytes on every system, and names the part by their SHA-256. */
export function gzipPart(
  content: string | Uint8Array,
  about: Pick<PartRef, 'kind' | 'count' | 'first' | 'last'>,
): Part {
  const bytes = gzipSync(content, { level: 9 });
  // The header names the system that compressed, the one thing that differs; its time is zero already.
  bytes[OS_BYTE] = UNKNOWN_OS;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { ref: { digest, bytes: bytes.length, ...about }, bytes };
}
