import type { AdapterOff } from '../contract/client-policy.ts';

/** Adapters that the client policy switches off in this version of the extension. */
export function adaptersOff(rules: readonly AdapterOff[], version: string): string[] {
  return rules
    .filter(
      ({ from, to }) =>
        (from === undefined || compareVersions(from, version) <= 0) &&
        (to === undefined || compareVersions(version, to) <= 0),
    )
    .map(({ id }) => id);
}

/** Below 0 where `a` is older than `b`; a missing part counts as 0. Versions are digits and dots. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
