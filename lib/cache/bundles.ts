import type { PartRef } from '../contract/manifest.ts';
import type { SealedPart } from './seal-parts.ts';

/** Parts that lie in one record of the database. */
export interface Bundle {
  /** Last hash of the last part, so that a first sync appends to the B-tree; a slash; the names of all parts. */
  key: string;
  /** Sealed, in the order of the names. */
  parts: ArrayBuffer[];
}

/**
 * A record costs the browser more than the bytes of a segment, so some share one. What is above 64 KB would be put
 * into a file of its own.
 */
const BUNDLE_BYTES = 56 * 1024;
const NAME_LENGTH = 32;

/** A part's name on disk, under which it is sealed: half of its digest. */
export function partName({ digest }: PartRef): string {
  return digest.slice(0, NAME_LENGTH);
}

/** Neighbours share a record as long as it stays small. */
export function bundlesOf(parts: readonly SealedPart[]): Bundle[] {
  const groups: SealedPart[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    size += part.sealed.byteLength;
    if (size > BUNDLE_BYTES) {
      groups.push([]);
      size = part.sealed.byteLength;
    }
    groups.at(-1)?.push(part);
  }
  return groups.map((group) => ({
    key: bundleKey(
      group.at(-1)?.ref.last ?? '',
      group.map(({ ref }) => partName(ref)),
    ),
    parts: group.map(({ sealed }) => sealed),
  }));
}

/** The bundle without the parts that are not wanted; null where none is left. */
export function withoutParts({ key, parts }: Bundle, isWanted: (name: string) => boolean): Bundle | null {
  const names = namesIn(key);
  const kept = names.flatMap((name, i) => (isWanted(name) ? [{ name, part: parts[i] as ArrayBuffer }] : []));
  if (kept.length === 0) return null;
  return {
    key: bundleKey(
      key.slice(0, key.indexOf('/')),
      kept.map(({ name }) => name),
    ),
    parts: kept.map(({ part }) => part),
  };
}

/** Names of the parts that lie under a key, in their order. */
export function namesIn(key: string): string[] {
  const start = key.indexOf('/') + 1;
  const count = Math.floor((key.length - start) / NAME_LENGTH);
  return Array.from({ length: count }, (_, i) =>
    key.slice(start + i * NAME_LENGTH, start + (i + 1) * NAME_LENGTH),
  );
}

function bundleKey(last: string, names: readonly string[]): string {
  return `${last}/${names.join('')}`;
}
