import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../setup.mjs';

/** A throw-away PostgreSQL server. */
export interface TestCluster {
  /** Makes an empty database; returns its URL as superuser. */
  database(name: string): Promise<string>;
  /** The same database as another role. */
  urlOf(database: string, user: string): string;
  stop(): void;
}

/** Null where the server's binaries are not installed; in CI they must be. */
export async function startCluster(): Promise<TestCluster | null> {
  const binaries = findPostgres();
  if (!binaries) {
    if (process.env.CI === 'true')
      throw new Error('CI must test on a PostgreSQL server: install postgresql.');
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tierlens-pg-'));
  // The server refuses to run as root.
  const owner = process.getuid?.() === 0 ? systemUser('postgres') : null;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const run = (command: string, args: string[]) => {
    const { status, stderr } = spawnSync(join(binaries, command), args, {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
      // pg_ctl leaves a child that would keep a pipe open.
      stdio: ['ignore', 'ignore', command === 'initdb' ? 'pipe' : 'ignore'],
    });
    if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  };
  const data = join(folder, 'data');
  const port = await freePort();
  run('initdb', ['-D', data, '-U', 'admin', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const urlOf = (database: string, user: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;
  return {
    urlOf,
    async database(name) {
      const client = new pg.Client({ connectionString: urlOf('postgres', 'admin') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name, 'admin');
    },
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function systemUser(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`There is no system user ${name}.`);
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
