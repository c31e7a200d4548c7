import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { UserError } from '../../api/user-error.ts';
import { ensureExtension } from '../../demo/build-extension.ts';
import { projectRoot } from '../support/source-files.ts';

/** `npm run e2e -- --grep @tag`: builds the extension when the source is newer, then runs Playwright. */
try {
  await ensureExtension((line) => console.log(line));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const { status, error } = spawnSync(
  process.execPath,
  [join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', ...process.argv.slice(2)],
  { cwd: projectRoot, stdio: 'inherit' },
);
if (error) console.error(`Playwright could not be started: ${error.message}`);
process.exitCode = status ?? 1;
