import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../api/user-error.ts';
import { PROJECT } from './sample-home.ts';

/** Everything the build of the extension is made from. */
const SOURCES = [
  'assets',
  'components',
  'entrypoints',
  'lib',
  'public',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'wxt.contract.ts',
  'wxt.crm-scripts.ts',
];

/** Folder of the unpacked Chromium build; TIERLENS_OUT moves it, as it does for the build itself. */
export function extensionFolder(): string {
  return join(resolve(PROJECT, process.env.TIERLENS_OUT ?? '.output'), 'chrome-mv3');
}

/**
 * Builds the extension where sources are newer than its build.
 * @throws UserError where the build fails
 */
export async function ensureExtension(say: (line: string) => void): Promise<string> {
  const folder = extensionFolder();
  const built = await modified(join(folder, 'manifest.json'));
  if (built > (await newest(SOURCES.map((name) => join(PROJECT, name))))) return folder;
  say('Building the extension …');
  const output = await run([join(PROJECT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build']);
  if (output !== null) throw new UserError(`The extension could not be built:\n${output}`);
  return folder;
}

/** Null on success, else what the program said. */
function run(args: string[]): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => done(error.message));
    child.on('close', (code) => done(code === 0 ? null : output));
  });
}

/** Latest change in files and folders, in milliseconds; tests do not count. */
async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
      if (!entries) return modified(path);
      const files = entries.filter((entry) => entry.isFile() && !/\.(test|cases)\.tsx?$/.test(entry.name));
      return Math.max(
        0,
        ...(await Promise.all(files.map((file) => modified(join(file.parentPath, file.name))))),
      );
    }),
  );
  return Math.max(...times);
}

async function modified(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? 0;
}
