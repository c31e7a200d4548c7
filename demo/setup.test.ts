import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, SetupError } from '../setup.mjs';

/** Stands in for npm: notes its arguments, then fails as told or installs a node that says its version. */
const FAKE_NPM = `
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (process.env.FAKE_FAILURE) { console.error(process.env.FAKE_FAILURE); process.exit(1); }
for (const dir of ['node_modules/.bin', 'node_modules/node/bin']) fs.mkdirSync(dir, { recursive: true });
fs.writeFileSync('node_modules/.package-lock.json', '{}');
for (const file of ['node_modules/.bin/node', 'node_modules/node/bin/node']) {
  if (process.env.FAKE_NO_SCRIPTS) continue;
  fs.writeFileSync(file, '#!/bin/sh\\necho v24.0.0\\n');
  fs.chmodSync(file, 0o755);
}
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tierlens-setup-'));
  copyFileSync(new URL('../setup.mjs', import.meta.url), join(root, 'setup.mjs'));
  writeFileSync(join(root, 'package-lock.json'), '{"first":1}');
  writeFileSync(join(root, 'fake-npm.cjs'), FAKE_NPM);
});
afterEach(() => rmSync(root, { recursive: true }));

function setUp(env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['setup.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(root, 'fake-npm.cjs'), ...env },
  });
}

const calls = (): string[] => readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n');

// The fake node is a shell script.
describe.skipIf(process.platform === 'win32')('setup', () => {
  it('installs once, and again only when the lock file has changed', () => {
    expect(setUp().status).toBe(0);
    expect(calls()).toEqual(['ci --no-audit --no-fund --loglevel=error']);
    const again = setUp();
    expect([again.status, again.stderr]).toEqual([0, '']);
    expect(calls()).toHaveLength(1);
    writeFileSync(join(root, 'package-lock.json'), '{"second":2}');
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(root, 'package-lock.json'), later, later);
    expect(setUp().status).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  it('leaves packages alone that were installed by hand after the lock file', () => {
    setUp();
    rmSync(join(root, 'node_modules/.tierlens-setup'));
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(root, 'node_modules/.package-lock.json'), later, later);
    expect(setUp().status).toBe(0);
    expect(calls()).toHaveLength(1);
  });

  for (const [failure, advice] of [
    ['npm error code ENOTFOUND registry.npmjs.org', 'cannot reach its registry'],
    ['npm error code EACCES mkdir node_modules', 'may not write to'],
    ['npm error code ENOSPC', 'disk is full'],
  ] as const) {
    it(`says what to do after: ${failure}`, () => {
      const { status, stderr } = setUp({ FAKE_FAILURE: failure });
      expect(status).toBe(1);
      expect(stderr).toContain(advice);
      expect(stderr).not.toContain('    at ');
    });
  }

  it('runs the install script of node itself where npm has not, and says so where that fails', () => {
    const { status, stderr } = setUp({ FAKE_NO_SCRIPTS: '1' });
    expect(status).toBe(1);
    expect(stderr).toContain('Node 24 could not be set up');
    mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
    writeFileSync(
      join(root, 'node_modules/node/installArchSpecificPackage.js'),
      `const fs = require('node:fs');
       for (const file of ['bin/node', '../.bin/node']) {
         fs.writeFileSync(file, '#!/bin/sh\\necho v24.0.0\\n');
         fs.chmodSync(file, 0o755);
       }`,
    );
    expect(setUp().status).toBe(0);
  });
});

describe('findBrowser', () => {
  const before = process.env.CHROME_PATH;
  afterEach(() => {
    if (before === undefined) delete process.env.CHROME_PATH;
    else process.env.CHROME_PATH = before;
  });

  it('takes the browser CHROME_PATH names, and says so where there is none', () => {
    const browser = join(root, 'my-browser');
    process.env.CHROME_PATH = browser;
    expect(() => findBrowser()).toThrow(SetupError);
    writeFileSync(browser, '');
    chmodSync(browser, 0o755);
    expect(findBrowser()).toBe(browser);
  });
});
