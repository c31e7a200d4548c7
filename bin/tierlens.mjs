#!/usr/bin/env node
// Runs the command line under the project's own Node 24, on any Node from 20 on.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, SetupError } from '../setup.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
try {
  ensureInstalled();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const child = spawn(node, [join(root, 'api', 'cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
// The child ends itself on these signals; ending first would hide its exit code.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
