import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './source-files.ts';

/** One built extension on disk. */
export interface BuildOutput {
  folder: string;
  manifest: Record<string, unknown>;
  /** Paths inside the folder, forward slashes, sorted. */
  files: string[];
  read(path: string): string;
  /** Bytes after gzip. */
  gzipSize(path: string): number;
}

/** Where `npm run build` puts one browser's extension; `TIERLENS_OUT` moves it. */
export function buildFolder(browser: 'chrome' | 'firefox'): string {
  return resolve(projectRoot, process.env.TIERLENS_OUT ?? '.output', `${browser}-mv3`);
}

export function openBuild(browser: 'chrome' | 'firefox'): BuildOutput {
  const folder = buildFolder(browser);
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`${folder} holds no build. Run npm run build first.`);
  }
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return {
    folder,
    manifest: JSON.parse(read('manifest.json')) as Record<string, unknown>,
    files: readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort(),
    read,
    gzipSize: (path) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
  };
}

/** Scripts and styles a page loads before it shows anything: its own tags and their static imports. */
export function firstLoad(build: BuildOutput, page: string): string[] {
  const html = build.read(page);
  const queue = [...html.matchAll(/(?:src|href)="(\/?[^":]+\.(?:js|css))"/g)].map((match) =>
    (match[1] as string).replace(/^\.?\//, ''),
  );
  const seen = new Set<string>([page]);
  while (queue.length > 0) {
    const path = queue.shift() as string;
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith('.js')) continue;
    for (const match of build.read(path).matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      queue.push(posix.join(posix.dirname(path), match[1] as string));
    }
  }
  return [...seen];
}
