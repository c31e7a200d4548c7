import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../api/user-error.ts';
import { PROTOCOL_VERSION } from '../lib/contract/manifest.ts';
import { GENERATOR_VERSION } from './company/generate-company.ts';
import type { SignIn } from './company/people.ts';

/** Folder of the project. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Where the sample lives: `.tierlens/sample` of the project, or `sample` in the folder TIERLENS_HOME names. */
export function sampleHome(env: NodeJS.ProcessEnv = process.env): string {
  return env.TIERLENS_HOME ? resolve(env.TIERLENS_HOME, 'sample') : join(PROJECT, '.tierlens', 'sample');
}

export const dataFolder = (home: string): string => join(home, 'data');
export const companyFolder = (home: string): string => join(home, 'company');
export const profileFolder = (home: string): string => join(home, 'browser');

/** What the finished sample was made from; while it holds, a start reuses everything. */
export interface SampleState {
  /** Version of the generator, format of what is published, month of the figures and business concept. */
  madeFrom: string;
  tokens: Record<SignIn, string>;
}

/** The same text as long as generator, format of the parts, month and business concept are the same. */
export async function madeFrom(today: string): Promise<string> {
  const policy = await readFile(join(PROJECT, 'policy', 'abcz-ladder.yaml'));
  const digest = createHash('sha256').update(policy).digest('hex').slice(0, 16);
  return `${GENERATOR_VERSION} ${PROTOCOL_VERSION} ${today.slice(0, 7)} ${digest}`;
}

/** State of the last finished preparation, or null where there is none. */
export async function readState(home: string): Promise<SampleState | null> {
  try {
    return JSON.parse(await readFile(join(home, 'sample.json'), 'utf8')) as SampleState;
  } catch {
    return null;
  }
}

/** Access tokens of made-up people over made-up figures; readable by the owner only all the same. */
export async function writeState(home: string, state: SampleState): Promise<void> {
  await writeFile(join(home, 'sample.json'), `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}

/** Deletes figures and publication; the browser profile goes as well, since its cache belongs to them. */
export async function clearHome(home: string): Promise<void> {
  await rm(join(home, 'sample.json'), { force: true });
  for (const folder of [dataFolder, companyFolder, profileFolder]) {
    await rm(folder(home), { recursive: true, force: true });
  }
}

/** @throws UserError where the folder cannot be written to */
export async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true });
    const probe = join(home, '.probe');
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      code === 'ENOSPC'
        ? `The disk that holds ${home} is full. Free some space, or set TIERLENS_HOME to a folder elsewhere.`
        : `${home} cannot be written to (${code}). Set TIERLENS_HOME to a folder you may write to.`,
    );
  }
}
