import type { PartRef } from '../contract/manifest.ts';
import type { SealedPart } from './seal-part.ts';

/** Parts that lie in one record of the database. */
export interface Bundle {
  /** The names of all parts, one after the other. */
  key: string;
  stored: StoredBundle;
}

/** What a record holds: the browser keeps a Blob in a file of its own, of which a part is read alone. */
export interface StoredBundle {
  /** Sealed parts, one after the other. */
  blob: Blob;
  /** Bytes of each. */
  sizes: number[];
}

/** A record costs the browser more than the bytes of a part, so parts share one. */
const BUNDLE_BYTES = 2 * 1024 * 1024;
const NAME_LENGTH = 32;

/** A part's name on disk, under which it is sealed: half of its digest. */
export function partName({ digest }: PartRef): string {
  return digest.slice(0, NAME_LENGTH);
}

/** Neighbours share a record as long as it does not grow too large. */
export function bundlesOf(parts: readonly SealedPart[]): Bundle[] {
  const groups: SealedPart[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    size += part.size;
    if (size > BUNDLE_BYTES) {
      groups.push([]);
      size = part.size;
    }
    groups.at(-1)?.push(part);
  }
  return groups.map((group) => ({
    key: group.map(({ ref }) => partName(ref)).join(''),
    stored: bundled(group),
  }));
}

/** The sealed part at an index, still to be read from the disk; undefined where the record is of another shape. */
export function partIn(stored: unknown, index: number): Blob | undefined {
  const { blob, sizes } = (stored ?? {}) as Partial<StoredBundle>;
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

function bundled(parts: readonly { pieces: readonly BlobPart[]; size: number }[]): StoredBundle {
  return { blob: new Blob(parts.flatMap(({ pieces }) => pieces)), sizes: parts.map(({ size }) => size) };
}
