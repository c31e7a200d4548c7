import { Manifest } from './manifest.ts';

/** The manifest where a value is one; null where it is none. */
export function readManifest(value: unknown): Manifest | null {
  return Manifest.safeParse(value).data ?? null;
}
