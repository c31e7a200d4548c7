import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../api/commands/index.ts';
import { importFiles } from '../api/import/import-files.ts';
import { openTestStore } from '../api/store/test-store.ts';
import { readProjectFile } from './support/source-files.ts';

const readme = readProjectFile('README.md');
const folder = mkdtempSync(join(tmpdir(), 'tierlens-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** File name → header and example rows, from the table of CSV kinds. */
function exampleFiles(): Map<string, string> {
  const rows = readme.matchAll(/^\| `([a-z-]+\.csv)` \| (`[^`]+`(?:<br>`[^`]+`)+) \|$/gm);
  return new Map(
    [...rows].map((row) => [row[1] as string, `${row[2]?.slice(1, -1).replaceAll('`<br>`', '\n')}\n`]),
  );
}

describe('README', () => {
  it('shows an example of every kind of file, and all of them together can be imported', async () => {
    const files = exampleFiles();
    expect(files.size).toBe(16);
    const paths = [...files].map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
    const store = await openTestStore();
    try {
      const report = await importFiles(store, paths, { now: new Date('2026-11-23T12:00:00Z') });
      expect(report.problems).toEqual([]);
      expect(report.applied).toBe(true);
    } finally {
      await store.close();
    }
  });

  it('names only commands that exist', () => {
    const program = new Command('tierlens');
    for (const register of commands) register(program);
    const known = program.commands.map((command) => command.name());
    const named = [...readme.matchAll(/npx tierlens ([a-z]+)/g)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
