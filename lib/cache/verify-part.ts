import type { PartRef } from '../contract/manifest.ts';
import { SyncError } from '../errors/sync-error.ts';
import { readCount } from '../util/gzip-count.ts';
import { GLYPH_ENTRY_BYTES, glyphHash, isAscending } from './glyph-shard.ts';
import { gunzip } from './gzip.ts';

/** What was fetched as a part. */
export interface FetchedPart {
  ref: PartRef;
  bytes: ArrayBuffer;
}

/**
 * Checks that the bytes are what the manifest promised: size, SHA-256, number of entries, range.
 * @throws SyncError 'bad-data'
 */
export async function verifyPart(ref: PartRef, bytes: ArrayBuffer): Promise<void> {
  if (bytes.byteLength !== ref.bytes) throw bad(`${bytes.byteLength} bytes instead of ${ref.bytes}`);
  if ((await sha256(bytes)) !== ref.digest) throw bad('another digest');
  const said = readCount(new Uint8Array(bytes));
  if (said !== null && said !== ref.count) throw bad(`${said} entries instead of ${ref.count}`);
  // The digest vouches for the rest: unpacking every segment would take longer than all else together.
  if (said !== null && ref.kind !== 'glyphs') return;
  let plain: Uint8Array;
  try {
    plain = await gunzip(bytes);
  } catch (cause) {
    throw new SyncError('bad-data', { cause });
  }
  if (ref.kind === 'glyphs') verifyShard(ref, new DataView(plain.buffer));
  else if (countLines(plain) !== ref.count) throw bad(`${countLines(plain)} lines instead of ${ref.count}`);
}

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function verifyShard(ref: PartRef, shard: DataView): void {
  if (shard.byteLength !== ref.count * GLYPH_ENTRY_BYTES) throw bad('another number of glyphs');
  if (!isAscending(shard)) throw bad('glyphs out of order');
  if (ref.count === 0) return;
  if (glyphHash(shard, 0) !== ref.first || glyphHash(shard, ref.count - 1) !== ref.last)
    throw bad('another range');
}

/** Lines with content; a last line without line feed counts too. */
function countLines(plain: Uint8Array): number {
  let lines = 0;
  let length = 0;
  for (const byte of plain) {
    if (byte !== 0x0a) length++;
    else {
      if (length > 0) lines++;
      length = 0;
    }
  }
  return length > 0 ? lines + 1 : lines;
}

function bad(what: string): SyncError {
  return new SyncError('bad-data', { cause: `part has ${what}` });
}
