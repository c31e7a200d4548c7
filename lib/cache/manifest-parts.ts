import type { Manifest, PartRef } from '../contract/manifest.ts';
import { SyncError } from '../errors/sync-error.ts';

/**
 * Ranges of one list must ascend and not overlap, or binary search would miss accounts.
 * @throws SyncError 'bad-data'
 */
export function checkManifest(manifest: Manifest): void {
  for (const { scope, layers } of manifest.scopes) {
    for (const { layer, base, changes } of layers) {
      for (const refs of [base, changes]) {
        for (const kind of ['segment', 'glyphs'] as const) {
          if (!ascends(refs, kind)) {
            throw new SyncError('bad-data', { cause: `${kind} ranges of ${scope}/${layer} overlap` });
          }
        }
      }
    }
  }
}

function ascends(refs: readonly PartRef[], kind: PartRef['kind']): boolean {
  let last = '';
  for (const ref of refs) {
    if (ref.kind !== kind || ref.count === 0) continue;
    if (ref.first > ref.last || ref.first <= last) return false;
    last = ref.last;
  }
  return true;
}

/** Parts of `kind` whose range holds `hash`, newest first: changes before base. */
export function partsFor(
  lists: { base: readonly PartRef[]; changes: readonly PartRef[] },
  kind: 'segment' | 'glyphs',
  hash: string,
): PartRef[] {
  return [lists.changes, lists.base].flatMap((list) => partHolding(list, kind, hash) ?? []);
}

/** The part of one list whose range holds `hash`. */
function partHolding(list: readonly PartRef[], kind: 'segment' | 'glyphs', hash: string): PartRef | null {
  const ranges = rangesOf(list, kind);
  let from = 0;
  let to = ranges.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const ref = ranges[middle] as PartRef;
    if (ref.last < hash) from = middle + 1;
    else if (ref.first > hash) to = middle - 1;
    else return ref;
  }
  return null;
}

/** Lists of a million accounts have ten thousand parts: split them by kind once. */
const rangeCache = new WeakMap<readonly PartRef[], Partial<Record<PartRef['kind'], PartRef[]>>>();

function rangesOf(list: readonly PartRef[], kind: 'segment' | 'glyphs'): PartRef[] {
  let byKind = rangeCache.get(list);
  if (byKind === undefined) {
    byKind = {};
    rangeCache.set(list, byKind);
  }
  byKind[kind] ??= list.filter((ref) => ref.kind === kind && ref.count > 0);
  return byKind[kind];
}
