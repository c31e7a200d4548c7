import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A folder or file of real data beside the project; null where it is absent (the data sets are not ours to copy). */
export function realData(path: string): string | null {
  const full = fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));
  if (existsSync(full)) return full;
  console.warn(`${path} is not there: the tests that read it are skipped.`);
  return null;
}
