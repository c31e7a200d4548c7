import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'tierlens-lock-'));
const lockFile = (directory: string) => join(directory, 'lock.json');

/** Another process that holds the directory until its standard input ends. */
async function holder(directory: string, port: number | null) {
  const module = fileURLToPath(new URL('./directory-lock.ts', import.meta.url));
  const program = `
    const { lockDirectory } = await import(${JSON.stringify(module)});
    const lock = await lockDirectory(${JSON.stringify(directory)});
    if (${port} !== null) await lock.announcePort(${port});
    console.log('held');
    process.stdin.on('end', async () => { await lock.release(); process.exit(); }).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Another process that tries to take the directory and keeps it until its standard input ends. */
async function contender(directory: string) {
  const module = fileURLToPath(new URL('./directory-lock.ts', import.meta.url));
  const program = `
    const { lockDirectory } = await import(${JSON.stringify(module)});
    await lockDirectory(${JSON.stringify(directory)}).then(() => console.log('held'), () => console.log('refused'));
    process.stdin.on('end', () => process.exit()).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, outcome: String(line).trim() };
}

describe('lock of a data directory', () => {
  it('refuses a second process and names the first one and its port', async () => {
    const directory = folder();
    const child = await holder(directory, 4999);
    await expect(lockDirectory(directory)).rejects.toThrow(
      `The data directory ${directory} is in use by the server on port 4999 (process ${child.pid}). Stop it first, or choose another directory with --data.`,
    );
    child.stdin.end();
    await once(child, 'exit');
    await (await lockDirectory(directory)).release();
    expect(existsSync(lockFile(directory))).toBe(false);
  });

  it('refuses the same process a second time', async () => {
    const directory = folder();
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(/is in use by process/);
    await lock.release();
  });

  it('takes over from a process that was killed', async () => {
    const directory = folder();
    const child = await holder(directory, null);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(lockFile(directory))).toBe(true);
    const lock = await lockDirectory(directory);
    expect(JSON.parse(readFileSync(lockFile(directory), 'utf8')).pid).toBe(process.pid);
    await lock.release();
  });

  it.each([
    ['a half-written file', '{"pid": 12'],
    ['a pid that now belongs to another process', JSON.stringify({ pid: 1, startedAt: '-1', port: null })],
    ['its own pid from before a restart', JSON.stringify({ pid: process.pid, startedAt: '-1', port: null })],
  ])('takes over from %s', async (_, text) => {
    const directory = folder();
    writeFileSync(lockFile(directory), text);
    await (await lockDirectory(directory)).release();
  });

  it('lets exactly one of many win a stale lock', async () => {
    const directory = folder();
    writeFileSync(lockFile(directory), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: null, port: null }));
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
    const won = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(won.length).toBe(1);
    await won[0]?.value.release();
  });

  it('lets exactly one of many processes win a stale lock', async () => {
    const directory = folder();
    writeFileSync(lockFile(directory), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: null, port: null }));
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => contender(directory)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'held',
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
    for (const { child } of outcomes) child.stdin.end();
  });

  it('says what to do where it may not write', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(lockDirectory(join(file, 'data'))).rejects.toThrow(
      /cannot be created .* Choose one you may write to/,
    );
  });
});
