import { existsSync } from 'node:fs';
import { createToken } from '../api/auth/tokens.ts';
import { importFiles } from '../api/import/import-files.ts';
import { publish } from '../api/publish/publish.ts';
import { openStore, type Store } from '../api/store/open-store.ts';
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
  const state = await readState(home);
  if (state?.madeFrom === wanted && !options.fresh && existsSync(dataFolder(home))) {
    return { store: await openStore({ dataDir: dataFolder(home) }), tokens: state.tokens };
  }
  if (existsSync(dataFolder(home))) {
    // Refuses where another process works on it, which must not lose its files under its feet.
    await (await openStore({ dataDir: dataFolder(home) })).close();
    if (state && !options.fresh) say('The month or the sample itself has changed; making it anew.');
    await clearHome(home);
  }
  return makeSample(options, wanted);
}

async function makeSample({ home, today, say }: PrepareOptions, wanted: string): Promise<PreparedSample> {
  const company = generateCompany(today);
  const rows = (name: string): string => (company.figures[name]?.length ?? 0).toLocaleString('en');
  say(`Making up a company: ${rows('accounts')} customers, ${rows('money-lines')} money lines …`);
  const paths = await writeCompany(companyFolder(home), company);
  say('Importing its figures …');
  const store = await openStore({ dataDir: dataFolder(home) });
  try {
    const now = momentOf(today);
    const report = await importFiles(store, paths, { now });
    if (!report.applied) {
      throw new Error(`The sample's own files were refused: ${JSON.stringify(report.problems.slice(0, 3))}`);
    }
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

/** The present moment where `today` is today, else the middle of that day. */
function momentOf(today: string): Date {
  const now = new Date();
  return utcDay(now) === today ? now : new Date(`${today}T12:00:00Z`);
}

/** `YYYY-MM-DD` of a moment in UTC, by which the API tells closed months and days to come. */
export function utcDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
