import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../user-error.ts';

/** Files by name, from paths that are files or folders; `names` selects inside folders. */
export async function findFiles(
  paths: readonly string[],
  names: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (!info) throw new UserError(`There is no file or folder ${path}. Check the path.`);
    if (!info.isDirectory()) {
      add(found, basename(path), path);
      continue;
    }
    const inside = (await readdir(path)).filter((name) => names.includes(name));
    if (inside.length === 0) {
      throw new UserError(`The folder ${path} holds none of the files ${names.join(', ')}.`);
    }
    for (const name of inside) add(found, name, join(path, name));
  }
  return found;
}

function add(found: Map<string, string>, name: string, path: string): void {
  const other = found.get(name);
  if (other !== undefined && other !== path) {
    throw new UserError(`Two files are named ${name} (${other}, ${path}). Import them one after the other.`);
  }
  found.set(name, path);
}

/** The file a preset cannot do without. */
export function need(files: ReadonlyMap<string, string>, name: string): string {
  const path = files.get(name);
  if (path !== undefined) return path;
  throw new UserError(`The preset needs the file ${name}. Name it, or the folder that holds it.`);
}
