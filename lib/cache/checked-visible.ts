import { readManifest } from '../contract/read-manifest.ts';
import type { Visible } from './database.ts';

/** The same with the version of the extension that has checked it, where that is known. */
export function checkedBy(version: string | undefined, visible: Visible): Visible {
  return version === undefined ? visible : { ...visible, checkedBy: version };
}

/**
 * A record that this version of the contract does not know is no record. What this very version has stored was
 * checked then: a thousand references are not checked again at every start of the worker.
 */
export function readableBy(version: string | undefined, stored: Visible | undefined): Visible | null {
  if (stored === undefined) return null;
  const known = stored.checkedBy !== undefined && stored.checkedBy === version;
  return known || readManifest(stored.manifest) !== null ? stored : null;
}
