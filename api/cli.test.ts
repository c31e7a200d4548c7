import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { SMALL_COMPANY, writeFiles } from './test-company.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const data = join(mkdtempSync(join(tmpdir(), 'tierlens-cli-')), 'data');
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

function start(...args: string[]): ChildProcess {
  const { DATABASE_URL: _, TIERLENS_DATA: __, ...env } = process.env;
  // Dozens of processes read the same files.
  const compiled = { NODE_COMPILE_CACHE: join(data, '..', 'compiled') };
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...env, ...compiled, TIERLENS_DATA: data },
  });
  running.push(child);
  return child;
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = start(...args);
  const said = { out: '', err: '' };
  child.stdout?.on('data', (text) => (said.out += text));
  child.stderr?.on('data', (text) => (said.err += text));
  const [code] = await once(child, 'close');
  return { code, ...said };
}

describe('tierlens', { timeout: 120_000 }, () => {
  it('helps with every command', async () => {
    const { out } = await run('--help');
    for (const command of ['assess', 'import', 'match', 'policy', 'publish', 'report', 'serve', 'token']) {
      expect(out).toContain(command);
    }
    expect((await run('import', '--help')).out).toContain('--quarantine');
    expect((await run('publish', '--help')).out).toContain('--changes');
    expect((await run('token', 'create', '--help')).out).toContain('--expires');
  });

  it('fails with a sentence, never with a stack', async () => {
    for (const args of [
      ['report'],
      ['publish'],
      ['import', 'nothing.csv'],
      ['token', 'create', 'nobody'],
      ['report', '--from', 'yesterday'],
      ['publish', '--as-of', 'March'],
      ['serve', '--port', '70000'],
      ['import', '--preset', 'unknown', 'x'],
      ['juggle'],
    ]) {
      const { code, err } = await run(...args);
      expect([args, code]).toEqual([args, 1]);
      expect(err.trim()).not.toBe('');
      expect(err).not.toMatch(/ {4}at |node:internal/);
    }
  });

  it('imports, publishes, reports and makes tokens', async () => {
    const files = writeFiles(SMALL_COMPANY);
    const imported = await run('import', ...files);
    expect(imported.out).toContain('Σ net    151,422.00 EUR');
    expect(imported.out).toContain('Σ DB II  61,722.00 EUR');
    expect(imported.code).toBe(0);
    expect((await run('import', ...files, '--json')).out).toContain('"inserted": 0');
    expect((await run('publish')).out).toContain('6 accounts in 3 territories');
    const renamed = writeFiles({ accounts: 'account_id,name,territory,owner\na3,Klemens,West,inside\n' });
    expect((await run('import', ...renamed)).out).toContain(
      '1 accounts brought up to date for the extension in 1 territories',
    );
    expect((await run('publish', '--changes')).out).toContain('Nothing that is shown has changed');
    expect((await run('publish', '--changes', '--as-of', '2026-01')).code).toBe(1);
    expect(JSON.parse((await run('report', '--json')).out)).toMatchObject({ care: 'partly' });
    const { out } = await run('token', 'create', 'lead');
    expect(out).toMatch(/^tl_[0-9a-f]{16}_[\w-]{43}\n$/);
    const id = out.slice(3, 19);
    expect((await run('token', 'list')).out).toContain(`${id}  lead`);
    expect((await run('token', 'revoke', id)).code).toBe(0);
    expect((await run('token', 'revoke', id)).code).toBe(1);
  });

  it('refuses bad rows with exit code 1, and none under quarantine', async () => {
    const files = writeFiles({ accounts: 'account_id,name,territory\nz1,,Nord\nz2,Good,Nord\n' });
    const refused = await run('import', ...files);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('accounts.csv, line 2, name: The field is empty. Fill it in.');
    expect(refused.out).toContain('Nothing applied: 1 bad row.');
    expect((await run('import', ...files, '--quarantine')).out).toContain('Applied; 1 bad row left out.');
  });

  it('serves until stopped; meanwhile the directory is refused to others, and a taken port too', async () => {
    const server = start('serve', '--port', '0', '--json');
    const [line] = await once(server.stdout as NodeJS.ReadableStream, 'data');
    const { url, port } = JSON.parse(String(line));
    expect((await fetch(`${url}/v1/health`)).status).toBe(200);
    const second = await run('report');
    expect(second.code).toBe(1);
    expect(second.err).toContain(
      `is in use by the server on port ${port} (process ${server.pid}). Stop it first`,
    );
    expect((await run('serve')).err).toContain('is in use by the server on port');
    server.kill('SIGTERM');
    expect(await once(server, 'close')).toEqual([0, null]);
    expect(existsSync(join(data, 'lock.json'))).toBe(false);

    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = String((other.address() as { port: number }).port);
    const refused = await run('serve', '--port', taken);
    expect(refused.err).toContain(`Port ${taken} is taken`);
    expect(refused.code).toBe(1);
    other.close();
    expect((await run('report')).code).toBe(0);
  });
});
