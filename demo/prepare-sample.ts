import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createToken } from '../api/auth/tokens.ts';
import { importFiles } from '../api/import/import-files.ts';
import { localDay } from '../api/local-day.ts';
import { publish } from '../api/publish/publish.ts';
import { type DirectoryLock, lockDirectory } from '../api/store/directory-lock.ts';
import { openStore } from '../api/store/open-store.ts';
import type { Store } from '../api/store/store.ts';
import { UserError } from '../api/user-error.ts';
import { generateCompany } from './company/generate-company.ts';
import { SIGN_INS, type SignIn } from './company/people.ts';
import { writeCompany } from './company/write-company.ts';
import {
  clearHome,
  companyFolder,
  dataFolder,
  madeFrom,
  makeHome,
  readState,
  type SampleState,
  writeState,
} from './sample-home.ts';

export interface PreparedSample {
  store: Store;
  tokens: SampleState['tokens'];
}

export interface PrepareOptions {
  home: string;
  /** `YYYY-MM-DD`; figures reach up to this day. */
  today: string;
  /** Make everything anew even where it could be reused. */
  fresh?: boolean;
  /** Told what is going on, one short line each. */
  say: (line: string) => void;
  /** Share of the figures read so far, 0 to 1. */
  progress?: ((share: number) => void) | undefined;
}

/**
 * Opens the sample company's store. Where it is missing, half made, from another month or from another version of
 * generator or business concept, the company is made up, imported and published first.
 * @throws UserError where the folder cannot be written to or is in use
 */
export async function prepareSample(options: PrepareOptions): Promise<PreparedSample> {
  const { home, today, say } = options;
  await makeHome(home);
  const wanted = await madeFrom(today);
  const state = existsSync(dataFolder(home)) ? await readState(home) : null;
  // Held for the decision only: the store takes the lock itself.
  const lock = await lockSample(home);
  const reusable = state?.madeFrom === wanted && !options.fresh;
  try {
    if (!reusable) {
      if (state && !options.fresh) say('The month or the sample itself has changed; making it anew.');
      await clearHome(home);
    }
  } finally {
    await lock.release();
  }
  return reusable ? reopen(home, state.tokens) : makeSample(options, wanted);
}

async function lockSample(home: string): Promise<DirectoryLock> {
  try {
    return await lockDirectory(dataFolder(home));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `The sample in ${home} is in use by another process. Stop that one (Ctrl+C there), ` +
        'or set TIERLENS_HOME to another folder to run a second one beside it with --port.',
    );
  }
}

async function reopen(home: string, tokens: SampleState['tokens']): Promise<PreparedSample> {
  try {
    return { store: await openStore({ dataDir: dataFolder(home) }), tokens };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `The sample's data cannot be opened (${(error as Error).message}). Make it anew: npm start -- --fresh`,
    );
  }
}

async function makeSample(options: PrepareOptions, wanted: string): Promise<PreparedSample> {
  const { home, today, say } = options;
  const company = generateCompany(today);
  const rows = (name: string): string => (company.figures[name]?.length ?? 0).toLocaleString('en');
  say(`Making up a company: ${rows('accounts')} customers, ${rows('money-lines')} money lines …`);
  const paths = await writeCompany(companyFolder(home), company);
  const store = await openStore({ dataDir: dataFolder(home) });
  try {
    const now = momentOf(today);
    say('Importing its figures …');
    await importCompany(store, paths, now, options.progress);
    say('Judging and publishing …');
    await publish(store, { now });
    const tokens = {} as Record<SignIn, string>;
    for (const role of Object.keys(SIGN_INS) as SignIn[]) {
      const made = await createToken(store, { personId: SIGN_INS[role], name: 'Sample', now });
      tokens[role] = made.token;
    }
    await writeState(home, { madeFrom: wanted, tokens });
    return { store, tokens };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function importCompany(
  store: Store,
  paths: readonly string[],
  now: Date,
  progress: PrepareOptions['progress'],
): Promise<void> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const readOf = new Map<string, number>();
  const report = await importFiles(store, paths, {
    now,
    onProgress: ({ file, read }) => {
      readOf.set(file, read);
      progress?.([...readOf.values()].reduce((sum, bytes) => sum + bytes, 0) / total);
    },
  });
  if (report.applied) return;
  throw new Error(`The sample's own files were refused: ${JSON.stringify(report.problems.slice(0, 3))}`);
}

/** The present moment where `today` is today, else the middle of that day. */
function momentOf(today: string): Date {
  const now = new Date();
  return localDay(now) === today ? now : new Date(`${today}T12:00:00`);
}
