import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** A golden file of the project. */
export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`tests/fixtures/golden/${name}.json`, root), 'utf8')) as T;
}

/**
 * Path of a file that is not part of the project because it derives from foreign data; null where the folder
 * `shared` beside the project is absent. Tests skip then and say so.
 */
export function sharedPath(path: string): string | null {
  const full = fileURLToPath(new URL(`../shared/${path}`, root));
  return existsSync(full) ? full : null;
}
