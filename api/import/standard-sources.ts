import { basename } from 'node:path';
import { UserError } from '../user-error.ts';
import { findFiles } from './find-files.ts';
import { KIND_NAMES, type KindName } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import type { Reading, Source } from './source.ts';

/**
 * Our own files: the file's name tells its kind (`money-lines.csv`).
 * @throws UserError where a file's name is none of them
 */
export async function standardSources(
  paths: readonly string[],
  kinds: readonly Kind[],
  reading: Reading,
): Promise<Source[]> {
  const names = KIND_NAMES.map((name) => `${name}.csv`);
  const files = await findFiles(paths, names);
  return [...files.values()].map((path) => {
    const name = basename(path, '.csv');
    const kind = kinds.find((candidate) => candidate.name === name);
    if (!kind) {
      throw new UserError(
        `The name of ${path} does not tell what it holds. Name it one of ${names.join(', ')}, or use --preset.`,
      );
    }
    const required = kind.fields.filter((field) => !field.mayLack).map((field) => field.column);
    return { kind: name as KindName, rows: () => reading.read(path, required) };
  });
}
