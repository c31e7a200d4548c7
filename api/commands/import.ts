import { SingleBar } from 'cli-progress';
import { type Command, Option } from 'commander';
import { ENCODINGS, type Encoding } from '../import/decode.ts';
import { importFiles } from '../import/import-files.ts';
import type { ImportReport } from '../import/import-report.ts';
import { PRESET_NAMES, type PresetName } from '../import/presets/index.ts';
import { problemText } from '../import/row-problem.ts';
import { publishChanges } from '../publish/publish-changes.ts';
import { changesText } from './changes-text.ts';
import { amountText, printJson, printLine } from './print.ts';
import { type StoreOptions, usingStore, withStore } from './store-options.ts';

interface ImportCommandOptions extends StoreOptions {
  preset?: PresetName;
  quarantine?: boolean;
  dryRun?: boolean;
  encoding?: Encoding;
  policy?: string;
  /** False after `--no-publish`. */
  publish: boolean;
  json?: boolean;
}

/** So many bad rows are printed; all of them are in `--json`, and in the store after a quarantine. */
const SHOWN_PROBLEMS = 50;

export function register(program: Command): void {
  withStore(program.command('import'))
    .description('take CSV files into the store: all rows or none')
    .argument(
      '<path...>',
      'files named after their kind (accounts.csv, money-lines.csv, …) or folders of them',
    )
    .addOption(new Option('--preset <name>', 'read well-known sample data').choices(PRESET_NAMES))
    .option('--quarantine', 'apply the good rows, list the bad ones')
    .option('--dry-run', 'check everything, change nothing')
    .addOption(new Option('--encoding <name>', 'encoding of the files (default: utf-8)').choices(ENCODINGS))
    .option('--policy <file>', 'business concept that names kinds, types, pools and levels')
    .option('--no-publish', 'leave the extension as it is, because a tierlens publish follows')
    .option('--json', 'print the report as JSON')
    .action(async (paths: string[], options: ImportCommandOptions) => {
      const { report, changes } = await usingStore(options, async (store) => {
        const outcome = await runImport(store, paths, options);
        const isShown = outcome.applied && options.publish;
        const published = isShown ? await publishChanges(store, { now: new Date() }) : null;
        return { report: outcome, changes: published };
      });
      if (options.json) printJson(changes ? { ...report, changes } : report);
      else printReport(report, options.dryRun === true);
      if (changes && changes.scopes > 0 && !options.json) printLine(changesText(changes));
      if (!report.applied && !(options.dryRun && report.problems.length === 0)) process.exitCode = 1;
    });
}

async function runImport(
  store: Parameters<typeof importFiles>[0],
  paths: string[],
  { preset, quarantine, dryRun, encoding, policy }: ImportCommandOptions,
): Promise<ImportReport> {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: '{file} [{bar}] {percentage} %',
        stream: process.stderr,
        clearOnComplete: true,
      })
    : null;
  bar?.start(1, 0, { file: '' });
  try {
    return await importFiles(store, paths, {
      ...(preset ? { preset } : {}),
      ...(quarantine ? { quarantine } : {}),
      ...(dryRun ? { dryRun } : {}),
      ...(encoding ? { encoding } : {}),
      ...(policy ? { policyPath: policy } : {}),
      onProgress: ({ file, read, size }) => {
        bar?.setTotal(Math.max(1, size));
        bar?.update(read, { file });
      },
    });
  } finally {
    bar?.stop();
  }
}

function printReport(report: ImportReport, dryRun: boolean): void {
  for (const problem of report.problems.slice(0, SHOWN_PROBLEMS)) printLine(problemText(problem));
  const more = report.problems.length - SHOWN_PROBLEMS;
  if (more > 0) printLine(`… and ${more} more (--json lists them all).`);
  for (const note of report.notes) printLine(`Note: ${note}`);
  for (const { kind, inserted, changed, unchanged, bad } of report.kinds) {
    printLine(
      `${kind}: ${inserted} new, ${changed} changed, ${unchanged} unchanged${bad ? `, ${bad} bad` : ''}`,
    );
  }
  if (report.totals) {
    const { net, db2, currency, from, to } = report.totals;
    printLine(`All booked lines from ${from} to ${to}, for comparison with your books:`);
    printLine(`  Σ net    ${amountText(net, currency)}`);
    printLine(`  Σ DB II  ${amountText(db2, currency)}`);
  }
  printLine(outcome(report, dryRun));
}

function outcome({ applied, problems, quarantined }: ImportReport, dryRun: boolean): string {
  const bad = problems.length === 1 ? '1 bad row' : `${problems.length} bad rows`;
  if (applied && quarantined > 0) return `Applied; ${bad} left out.`;
  if (applied) return 'Applied.';
  if (dryRun)
    return problems.length > 0
      ? `Nothing changed (dry run): ${bad}.`
      : 'Nothing changed (dry run): all is well.';
  return `Nothing applied: ${bad}. Correct them and import again, or use --quarantine to apply the others.`;
}
