import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  addCounts,
  type Counts,
  closingLine,
  readPlaywrightCounts,
  readVitestCounts,
} from './support/counts.ts';
import { projectRoot } from './support/source-files.ts';

/**
 * `npm test`: everything, cheapest first, stopping at the first step that fails. The last line is the sum over
 * all tests; a step without tests of its own counts as one failed test when it fails.
 */
interface Step {
  title: string;
  command: readonly string[];
  counts?: (path: string) => Counts;
}

const results = join(projectRoot, 'test-results');
const vitest = (title: string, project = title): Step['command'] => [
  'vitest',
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportOf(title)}`,
];
const steps: readonly Step[] = [
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'lint', command: ['biome', 'ci', '.'] },
  { title: 'unit', command: vitest('unit'), counts: readVitestCounts },
  { title: 'store', command: vitest('store'), counts: readVitestCounts },
  { title: 'simulation', command: vitest('simulation', 'simulation*'), counts: readVitestCounts },
  { title: 'build chromium', command: ['wxt', 'build'] },
  { title: 'build firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  { title: 'built', command: vitest('built'), counts: readVitestCounts },
  { title: 'e2e', command: ['node', 'tests/e2e/run.ts'], counts: readPlaywrightCounts },
];

function reportOf(title: string): string {
  return join(results, `${title.replaceAll(' ', '-')}.json`);
}

/** Runs one step with its output shown; true when it succeeded. */
function run(step: Step): boolean {
  console.log(`\n── ${step.title} ${'─'.repeat(Math.max(1, 70 - step.title.length))}`);
  const started = performance.now();
  const [command, ...args] = step.command as [string, ...string[]];
  const bin = join(projectRoot, 'node_modules', '.bin');
  const { status, signal, error } = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      TIERLENS_E2E_REPORT: reportOf('e2e'),
    },
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (signal) console.error(`${command} was ended by ${signal}.`);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`── ${step.title}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let total: Counts = { passed: 0, failed: 0, skipped: 0 };
let good = true;
for (const step of steps) {
  good = run(step);
  const counts = step.counts?.(reportOf(step.title)) ?? { passed: 0, failed: 0, skipped: 0 };
  total = addCounts(total, good ? counts : { ...counts, failed: Math.max(1, counts.failed) });
  if (!good) break;
}
console.log('');
console.log(closingLine(total));
process.exitCode = good ? 0 : 1;
