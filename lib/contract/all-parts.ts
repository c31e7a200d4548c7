import type { Manifest, PartRef } from './manifest.ts';

/** Every part of a manifest once, in the order of `GET /v1/parts`: as the manifest names them, base before changes. */
export function allParts({ scopes }: Pick<Manifest, 'scopes'>): PartRef[] {
  const parts = new Map<string, PartRef>();
  for (const { layers } of scopes) {
    for (const { base, changes } of layers) {
      for (const ref of [...base, ...changes]) parts.set(ref.digest, ref);
    }
  }
  return [...parts.values()];
}
