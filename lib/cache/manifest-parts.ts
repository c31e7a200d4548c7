import type { Manifest, PartRef } from '../contract/manifest.ts';
import { SyncError } from '../errors/sync-error.ts';

/** Every part of a manifest once, segments and glyph shards in hash order. */
export function allParts(manifest: Manifest): PartRef[] {
  const parts = new Map<string, PartRef>();
  for (const { layers } of manifest.scopes) {
    for (const { base, changes } of layers) {
      for (const ref of [...base, ...changes]) parts.set(ref.digest, ref);
    }
  }
  return [...parts.values()];
}

/**
 * Ranges of one base list must ascend and not overlap, or binary search would miss accounts.
 * @throws SyncError 'bad-data'
 */
export function checkManifest(manifest: Manifest): void {
  for (const { scope, layers } of manifest.scopes) {
    for (const { layer, base } of layers) {
      for (const kind of ['segment', 'glyphs'] as const) {
        let last = '';
        for (const ref of base) {
          if (ref.kind !== kind || ref.count === 0) continue;
          if (ref.first > ref.last || ref.first <= last) {
            throw new SyncError('bad-data', { cause: `${kind} ranges of ${scope}/${layer} overlap` });
          }
          last = ref.last;
        }
      }
    }
  }
}

/** Parts of `kind` whose range holds `hash`, newest first: changes before base. */
export function partsFor(
  lists: { base: readonly PartRef[]; changes: readonly PartRef[] },
  kind: 'segment' | 'glyphs',
  hash: string,
): PartRef[] {
  const holds = (ref: PartRef) => ref.kind === kind && ref.count > 0 && ref.first <= hash && hash <= ref.last;
  return [...lists.changes.filter(holds), ...findInBase(lists.base, kind, hash)];
}

function findInBase(base: readonly PartRef[], kind: 'segment' | 'glyphs', hash: string): PartRef[] {
  const ranges = rangesOf(base, kind);
  let from = 0;
  let to = ranges.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const ref = ranges[middle] as PartRef;
    if (ref.last < hash) from = middle + 1;
    else if (ref.first > hash) to = middle - 1;
    else return [ref];
  }
  return [];
}

/** Lists of a million accounts have ten thousand parts: split them by kind once. */
const rangeCache = new WeakMap<readonly PartRef[], Partial<Record<PartRef['kind'], PartRef[]>>>();

function rangesOf(base: readonly PartRef[], kind: 'segment' | 'glyphs'): PartRef[] {
  let byKind = rangeCache.get(base);
  if (byKind === undefined) {
    byKind = {};
    rangeCache.set(base, byKind);
  }
  byKind[kind] ??= base.filter((ref) => ref.kind === kind && ref.count > 0);
  return byKind[kind];
}
