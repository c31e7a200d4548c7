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

/** Lock files this very process holds or is about to take: one attempt at a time, so that names aside are its own. */
const held = new Set<string>();

/**
 * Takes a data directory for this process. Two processes on one embedded database silently lose data, so a
 * second one is refused; the lock of a dead process is taken over.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = join(directory, 'lock.json');
  await makeDirectory(directory);
  if (held.has(file)) throw refusal(directory, { pid: process.pid, port: null });
  held.add(file);
  const mine: Holder = { pid: process.pid, startedAt: await startOf(process.pid), port: null };
  try {
    await acquire(file, directory, mine);
  } catch (error) {
    held.delete(file);
    throw error;
  }
  return {
    async announcePort(port) {
      const next = `${file}.${process.pid}`;
      await writeFile(next, JSON.stringify({ ...mine, port }));
      await rename(next, file);
    },
    async release() {
      await rm(file, { force: true });
      held.delete(file);
    },
  };
}

async function acquire(file: string, directory: string, mine: Holder): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(file, mine)) return;
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const holder = parse(text);
    if (holder && (await lives(holder))) throw refusal(directory, holder);
    if (await takeOver(file, text, mine)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
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

/**
 * Puts our lock in the place of the stale one seen. Only the holder of a second lock may do so, and by a rename,
 * so that there is no moment without a lock file in which a third could step in.
 */
async function takeOver(file: string, seen: string, mine: Holder): Promise<boolean> {
  const right = `${file}.takeover`;
  if (!(await create(right, mine))) {
    const other = parse((await readFile(right, 'utf8').catch(() => null)) ?? '');
    if (other === null || !(await lives(other))) await rm(right, { force: true });
    return false;
  }
  try {
    if ((await readFile(file, 'utf8').catch(() => null)) !== seen) return false;
    const aside = `${file}.${process.pid}`;
    await writeFile(aside, JSON.stringify(mine));
    await rename(aside, file);
    return true;
  } finally {
    await rm(right, { force: true });
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

/** What this process held it knows from `held`: a file with its own pid is from before a restart. */
async function lives(holder: Holder): Promise<boolean> {
  if (holder.pid === process.pid) return false;
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

function refusal(directory: string, { pid, port }: Pick<Holder, 'pid' | 'port'>): UserError {
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
