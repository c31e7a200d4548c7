import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listProjectFiles, projectRoot, readProjectFile } from '../tests/support/source-files.ts';
import { crmFiles } from './crm-files.ts';
import { withReadmeTable } from './readme-table.ts';

const tree = mkdtempSync(join(tmpdir(), 'tierlens-new-crm-'));
const run = (...command: string[]): string =>
  execFileSync(process.execPath, command, { cwd: tree, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const tool = (path: string): string => join(tree, 'node_modules', path);
const generate = (...options: string[]): string =>
  run(join(projectRoot, 'scaffold/new-crm.ts'), '--root', tree, ...options);

const CLOUD = [
  'brightcrm',
  '--name',
  'Bright CRM',
  '--account',
  'https://northwind.brightcrm.example/firms/4711',
  '--record-id',
  '4711',
  '--list',
  'https://northwind.brightcrm.example/firms',
  '--host',
  '*.brightcrm.example',
  '--heading',
  'main h1.firm-name',
];
const OWN = [
  'plaincrm',
  '--name',
  'Plain CRM',
  '--account',
  'https://crm.northwind.example/#/firm/view/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
  '--record-id',
  'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
  '--list',
  'https://crm.northwind.example/#/firm',
  '--sign',
  '#plain-crm',
];

beforeAll(() => {
  for (const path of listProjectFiles().filter((file) => !/\.png$|^tests\/pictures\//.test(file))) {
    cpSync(join(projectRoot, path), join(tree, path), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(tree, 'node_modules'));
  execFileSync('git', ['init', '-q'], { cwd: tree });
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('npm run new-crm', () => {
  it('writes CRMs that pass the checks of all CRMs as they are', () => {
    expect(generate(...CLOUD)).toContain('lib/crm/brightcrm.cases.ts');
    generate(...OWN);
    run(tool('@biomejs/biome/bin/biome'), 'check', '--write', 'lib/crm', 'README.md');
    const report = run(tool('vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=json', 'lib/crm');
    const { numFailedTests, numPassedTests } = JSON.parse(report.slice(report.indexOf('{')));
    expect([numFailedTests, numPassedTests > 1_000]).toEqual([0, true]);
    run(
      tool('vitest/vitest.mjs'),
      'run',
      '--project',
      'unit',
      'tests/conventions',
      '-t',
      'CRM|kebab|readable|house',
    );
  });

  it('overwrites nothing', () => {
    expect(() => generate(...CLOUD)).toThrow(/is there already/);
  });
});

describe('bad requests', () => {
  const good = {
    id: 'x1',
    name: 'X',
    account: 'https://x.example/a/7',
    recordId: '7',
    list: 'https://x.example/a',
  };
  it.each([
    ['an id with other letters', { id: 'X-1' }, /lower-case/],
    ['an address without encryption', { account: 'http://x.example/a/7' }, /no https address/],
    ['an id that is not in the address', { recordId: '8' }, /no segment/],
    ['an id in the query', { account: 'https://x.example/a?id=7' }, /dynamics\.ts/],
    ['a host for a CRM on any host', { host: '*.x.example', sign: '#x' }, /no host pattern/],
  ])('%s', (_, change, says) => {
    expect(() => crmFiles({ ...good, ...change })).toThrow(says);
  });
});

it('the README’s table of CRMs is that of docs/crms.md', () => {
  const readme = readProjectFile('README.md');
  expect(withReadmeTable(readme, readProjectFile('docs/crms.md'))).toBe(readme);
});
