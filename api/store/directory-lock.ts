import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';

/** What the lock file of a data directory tells. */
interface Holder {
  pid: number;
  /** Tells a process from a later one with the same pid; null where the system does not say. */
  startedAt: string | null;
  /** Port of the server that holds the directory; null for a command. */
  port: number | null;
}

export interface DirectoryLock {
  announcePort(port: number): Promise<void>;
  release(): Promise<void>;
}

/** Lock files held by this very process. */
const held = new Set<string>();

/**
 * Takes a data directory for this process. Two processes on one embedded database silently lose data, so a
 * second one is refused; the lock of a dead process is taken over.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = join(directory, 'lock.json');
  await makeDirectory(directory);
  const mine: Holder = { pid: process.pid, startedAt: await startOf(process.pid), port: null };
  await acquire(file, directory, mine);
  held.add(file);
  return {
    async announcePort(port) {
      const next = `${file}.${process.pid}`;
      await writeFile(next, JSON.stringify({ ...mine, port }));
      await rename(next, file);
    },
    async release() {
      held.delete(file);
      await rm(file, { force: true });
    },
  };
}

async function acquire(file: string, directory: string, mine: Holder): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(file, mine)) return;
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const holder = parse(text);
    if (holder && (await lives(file, holder))) throw refusal(directory, holder);
    await removeStale(file, text);
  }
  throw new UserError(
    `The data directory ${directory} is being locked by others again and again. Try once more.`,
  );
}

/** The lock appears complete or not at all: written aside, then linked, which fails where one exists. */
async function create(file: string, mine: Holder): Promise<boolean> {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, JSON.stringify(mine));
  try {
    await link(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Removes the stale lock seen, and puts back another one that has come in its place meanwhile. */
async function removeStale(file: string, seen: string): Promise<void> {
  const aside = `${file}.stale.${process.pid}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) !== seen) await link(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function parse(text: string): Holder | null {
  try {
    const { pid, startedAt, port } = JSON.parse(text);
    return Number.isInteger(pid) ? { pid, startedAt: startedAt ?? null, port: port ?? null } : null;
  } catch {
    return null;
  }
}

async function lives(file: string, holder: Holder): Promise<boolean> {
  if (holder.pid === process.pid) return held.has(file);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.startedAt === null || holder.startedAt === (await startOf(holder.pid));
}

/** Start time of a process in clock ticks since boot (Linux), null elsewhere or where it has gone. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function refusal(directory: string, { pid, port }: Holder): UserError {
  const who = port === null ? `process ${pid}` : `the server on port ${port} (process ${pid})`;
  return new UserError(
    `The data directory ${directory} is in use by ${who}. Stop it first, or choose another directory with --data.`,
  );
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    throw new UserError(
      `The data directory ${directory} cannot be created (${(error as Error).message}). Choose one you may write to with --data.`,
    );
  }
}
