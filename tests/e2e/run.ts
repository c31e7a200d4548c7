import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildFolder } from '../support/build-output.ts';
import { listProjectFiles, projectRoot } from '../support/source-files.ts';

/** `npm run e2e -- --grep @tag`: builds the extension when the source is newer, then runs Playwright. */
const PARTS_OF_THE_BUILD = /^(entrypoints|components|lib|assets|public|wxt\.[\w.-]+|package-lock\.json)/;

function buildIsCurrent(): boolean {
  const manifest = join(buildFolder('chrome'), 'manifest.json');
  if (!existsSync(manifest)) return false;
  const built = statSync(manifest).mtimeMs;
  return listProjectFiles()
    .filter((path) => PARTS_OF_THE_BUILD.test(path))
    .every((path) => statSync(join(projectRoot, path)).mtimeMs <= built);
}

function run(command: string, args: readonly string[]): number {
  const bin = join(projectRoot, 'node_modules', '.bin');
  const { status, error } = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

const built = buildIsCurrent() ? 0 : run('wxt', ['build']);
process.exitCode = built === 0 ? run('playwright', ['test', ...process.argv.slice(2)]) : built;
