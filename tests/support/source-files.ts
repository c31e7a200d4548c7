import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Every file of the repository, tracked or about to be, as sorted paths with forward slashes. */
export function listProjectFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = output.split('\0').filter((path) => path !== '' && existsSync(join(projectRoot, path)));
  return [...new Set(files)].sort();
}

export function readProjectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** Source code of ours, whatever it does in the product. */
export function isSource(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}

/** Tests and what only tests load: they may reach into everything. */
export function isTestCode(path: string): boolean {
  return (
    path.startsWith('tests/') ||
    path.startsWith('bench/') ||
    /\.test\.tsx?$/.test(path) ||
    /(^|\/)test-[a-z0-9-]+\.tsx?$/.test(path)
  );
}
