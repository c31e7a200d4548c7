import { basename } from 'node:path';
import { localDay } from '../local-day.ts';
import { policyInForce } from '../policy/policy-in-force.ts';
import type { Session, Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { applyKind } from './apply-kind.ts';
import { bookTotals } from './book-totals.ts';
import { checkKind } from './check-kind.ts';
import type { Encoding } from './decode.ts';
import { FileProblem } from './file-problem.ts';
import { type ImportPolicy, importContext } from './import-context.ts';
import type { ImportReport, KindReport } from './import-report.ts';
import { kindsOf } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import { type PresetName, presets } from './presets/index.ts';
import { readCsv } from './read-csv.ts';
import { recordImport } from './record-import.ts';
import { resolveAliases } from './resolve-aliases.ts';
import { problemText, type RowProblem } from './row-problem.ts';
import type { Reading, Source } from './source.ts';
import { stageKind } from './stage-kind.ts';
import { standardSources } from './standard-sources.ts';

export interface ImportOptions {
  preset?: PresetName;
  /** Apply the good rows and list the bad ones, instead of applying nothing. */
  quarantine?: boolean;
  /** Check everything, change nothing. */
  dryRun?: boolean;
  encoding?: Encoding;
  policyPath?: string;
  /** The present moment; dates after it are refused. */
  now?: Date;
  /** How far a file has been read; a preset may read one several times. */
  onProgress?: (progress: { file: string; read: number; size: number }) => void;
}

/** More bad rows than this mean that the file is not what it should be. */
const MOST_PROBLEMS = 100_000;

/**
 * Takes files into the store in one transaction: COPY into staging, checks, then all of it or nothing (or, on
 * request, all but the bad rows). The same file twice changes nothing.
 * @throws UserError where a path or a file's name is wrong
 */
export async function importFiles(
  store: Store,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const now = options.now ?? new Date();
  const inForce = await store.write(({ db }) => policyInForce(db, localDay(now), options.policyPath));
  const policy = importContext(inForce, now);
  const run = createRun();
  const kinds = kindsOf(policy.context);
  const sources = await findSources(paths, options, kinds, policy, run);
  try {
    return await store.write(async (session) => {
      for (const kind of kinds) await takeIn(session, kind, sources, run);
      const report = await finish(session, policy, run, options);
      if (!report.applied) throw new NothingApplied(report);
      await recordImport(session, { now, files: paths.map((path) => basename(path)), report });
      return report;
    });
  } catch (error) {
    if (error instanceof NothingApplied) return error.report;
    if (error instanceof FileProblem) return fileReport(run, error);
    throw error;
  }
}

/** Rolls the transaction back and carries the report out of it. */
class NothingApplied extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('nothing applied');
    this.report = report;
  }
}

interface Run {
  kinds: KindReport[];
  problems: RowProblem[];
  notes: Set<string>;
}

function createRun(): Run {
  return { kinds: [], problems: [], notes: new Set() };
}

function findSources(
  paths: readonly string[],
  options: ImportOptions,
  kinds: readonly Kind[],
  policy: ImportPolicy,
  run: Run,
): Promise<Source[]> {
  if (paths.length === 0) throw new UserError('Name the files or folders to import.');
  const chosen = options.preset ? presets[options.preset] : null;
  const reading: Reading = {
    read: (path, required, surplusColumns) =>
      readCsv(path, {
        ...(surplusColumns ? { surplusColumns } : {}),
        encoding: options.encoding ?? chosen?.encoding ?? 'utf-8',
        required,
        onProgress: options.onProgress,
        onOpenEnd: (file) =>
          run.notes.add(
            `The last line of ${file} has no line end; make sure that the file has not been cut off.`,
          ),
      }),
    plannedRate: policy.plannedRate,
    note: (text) => run.notes.add(text),
  };
  return chosen ? chosen.preset(paths, reading) : standardSources(paths, kinds, reading);
}

async function takeIn(session: Session, kind: Kind, sources: readonly Source[], run: Run): Promise<void> {
  const own = sources.filter((source) => source.kind === kind.name);
  if (own.length === 0) return;
  const columnNames = Object.assign({}, ...own.map((source) => source.columnNames)) as Record<string, string>;
  let bad = 0;
  const report = (found: RowProblem) => {
    const problem = { ...found, column: columnNames[found.column] ?? found.column };
    // A preset may make several lines of one row, all bad for one reason.
    if (isSameProblem(problem, run.problems.at(-1))) return;
    bad++;
    run.problems.push(problem);
    if (run.problems.length <= MOST_PROBLEMS) return;
    throw new UserError(
      `More than ${MOST_PROBLEMS} rows are bad, for example: ${problem.reason} Check that the right files were named.`,
    );
  };
  await stageKind(session, kind, own, report);
  await resolveAliases(session, kind);
  await checkKind(session, kind, report);
  run.kinds.push({ kind: kind.name, ...(await applyKind(session, kind)), bad });
}

function isSameProblem(a: RowProblem, b: RowProblem | undefined): boolean {
  return b !== undefined && a.line > 0 && problemText(a) === problemText(b);
}

async function finish(
  session: Session,
  policy: ImportPolicy,
  run: Run,
  { quarantine = false, dryRun = false }: ImportOptions,
): Promise<ImportReport> {
  const bad = run.problems.length;
  const acceptable = bad === 0 || quarantine;
  const totals = acceptable ? await bookTotals(session, policy.moneyKinds) : null;
  return {
    ...summary(run),
    applied: acceptable && !dryRun,
    quarantined: acceptable ? bad : 0,
    totals,
  };
}

function fileReport(run: Run, { problem }: FileProblem): ImportReport {
  run.problems.push(problem);
  return { ...summary(run), applied: false, quarantined: 0, totals: null };
}

function summary({ kinds, problems, notes }: Run) {
  const sum = (of: (kind: KindReport) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
  return {
    kinds,
    inserted: sum((kind) => kind.inserted),
    changed: sum((kind) => kind.changed),
    unchanged: sum((kind) => kind.unchanged),
    problems,
    notes: [...notes],
  };
}
