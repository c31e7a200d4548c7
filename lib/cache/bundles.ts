import type { PartRef } from '../contract/manifest.ts';
import { joinBuffers } from '../util/join-bytes.ts';
import type { SealedPart } from './seal-part.ts';

/** Parts that lie in one record of the database. */
export interface Bundle {
  /** The names of all parts, one after the other. */
  key: string;
  stored: StoredBundle;
}

/** What a record holds. */
export type StoredBundle = SharedRecord | OwnRecord;

/** Several parts: the browser keeps a Blob in a file of its own, of which a part is read alone. */
export interface SharedRecord {
  /** Sealed parts, one after the other. */
  blob: Blob;
  /** Bytes of each. */
  sizes: number[];
}

/** A part that the first badge of a browser waits for: it comes with its record, without a second way to a file. */
interface OwnRecord {
  bytes: ArrayBuffer;
}

/** A record costs the browser more than the bytes of a part, so parts share one. */
const BUNDLE_BYTES = 2 * 1024 * 1024;
/** Of what is larger (64 KiB with the record's own bytes) the browser makes a file anyway. */
const MOST_OWN_BYTES = 60_000;
const NAME_LENGTH = 32;

/** A part's name on disk, under which it is sealed: half of its digest. */
export function partName({ digest }: PartRef): string {
  return digest.slice(0, NAME_LENGTH);
}

/** Neighbours share a record as long as it does not grow too large; glyph shards have their own. */
export function bundlesOf(parts: readonly SealedPart[]): Bundle[] {
  const groups: SealedPart[][] = [];
  const own: Bundle[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.ref.kind === 'glyphs' && part.size <= MOST_OWN_BYTES) {
      own.push({ key: partName(part.ref), stored: { bytes: joinBuffers(part.pieces) } });
      continue;
    }
    size += part.size;
    if (size > BUNDLE_BYTES) {
      groups.push([]);
      size = part.size;
    }
    groups.at(-1)?.push(part);
  }
  const shared = groups.map((group) => ({
    key: group.map(({ ref }) => partName(ref)).join(''),
    stored: bundled(group),
  }));
  return [...own, ...shared];
}

/**
 * The sealed part at an index. Empty where the record is of another shape or its file is gone: whoever opens it finds
 * out, and drops it.
 */
export async function readPart(stored: unknown, index: number): Promise<ArrayBuffer> {
  const { bytes } = (stored ?? {}) as Partial<OwnRecord>;
  if (bytes instanceof ArrayBuffer) return bytes;
  const damaged = new ArrayBuffer(0);
  return (
    (await partIn(stored, index)
      ?.arrayBuffer()
      .catch(() => damaged)) ?? damaged
  );
}

/** The sealed part at an index, still to be read from the disk; undefined where the record is of another shape. */
function partIn(stored: unknown, index: number): Blob | undefined {
  const { blob, sizes } = (stored ?? {}) as Partial<SharedRecord>;
  if (!(blob instanceof Blob) || !Array.isArray(sizes)) return undefined;
  const start = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
  return blob.slice(start, start + (sizes[index] ?? 0));
}

/** The bundle without the parts that are not wanted; null where none is left. */
export function withoutParts({ key, stored }: Bundle, isWanted: (name: string) => boolean): Bundle | null {
  const kept = namesIn(key).flatMap((name, i) => {
    const bytes = isWanted(name) ? partIn(stored, i) : undefined;
    return bytes ? [{ name, pieces: [bytes], size: bytes.size }] : [];
  });
  return kept.length === 0 ? null : { key: kept.map(({ name }) => name).join(''), stored: bundled(kept) };
}

/** Names of the parts that lie under a key, in their order. */
export function namesIn(key: string): string[] {
  const count = Math.floor(key.length / NAME_LENGTH);
  return Array.from({ length: count }, (_, i) => key.slice(i * NAME_LENGTH, (i + 1) * NAME_LENGTH));
}

function bundled(parts: readonly { pieces: readonly BlobPart[]; size: number }[]): SharedRecord {
  return { blob: new Blob(parts.flatMap(({ pieces }) => pieces)), sizes: parts.map(({ size }) => size) };
}
