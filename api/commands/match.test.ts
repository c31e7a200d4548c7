import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { loadCrmCases } from '../../tests/support/load-crm-cases.ts';
import { UserError } from '../user-error.ts';
import { matchLine, matchLines, readSettings, register } from './match.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierlens-match-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ACME = 'https://northwind.pipedrive.com/organization/2045';

describe('tierlens match', () => {
  it('answers lines in their order, skips empty ones, and echoes the address as given', async () => {
    const output = new PassThrough();
    await matchLines(Readable.from([`${ACME}\r\n\n  not a url\nhttps://app.hubspot.com/`]), output);
    output.end();
    const lines = (await text(output))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      {
        url: ACME,
        crm: 'pipedrive',
        instance: 'northwind',
        object: 'account',
        id: '2045',
        recordKey: 'pipedrive:northwind:account:2045',
      },
      { url: 'not a url', crm: null, instance: null, object: null, id: null, recordKey: null },
      { url: 'https://app.hubspot.com/', crm: null, instance: null, object: null, id: null, recordKey: null },
    ]);
  });

  it('answers every known case', async () => {
    for (const [crm, cases] of await loadCrmCases()) {
      for (const { url, expect: wanted, settings } of cases) {
        const answer = JSON.parse(matchLine(url, settings));
        expect(answer.url).toBe(url);
        if (wanted) expect(answer).toMatchObject({ crm, ...wanted });
        else expect(answer.object, url).not.toBe('account');
      }
    }
  });

  it('takes board ids from a settings file, through the command line', async () => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, '\uFEFF{"monday": {"boards": ["1234567890"]}}');
    const url = 'https://northwind.monday.com/boards/1234567890/pulses/9';
    expect(JSON.parse(matchLine(url)).crm).toBeNull();
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      const program = new Command();
      register(program);
      await program.parseAsync(['match', '--json', '--settings', file, url], { from: 'user' });
      expect(write.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
        {
          url,
          crm: 'monday',
          instance: 'northwind',
          object: 'account',
          id: '9',
          recordKey: 'monday:northwind:account:9',
        },
      ]);
    } finally {
      write.mockRestore();
    }
  });

  it.each([
    ['half.json', '{"monday":'],
    ['list.json', '[]'],
    ['null.json', 'null'],
  ])('refuses %s with a sentence', (name, content) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    expect(() => readSettings(file)).toThrow(UserError);
    expect(() => readSettings(file)).toThrow(name);
  });

  it('refuses a file that is not there', () => {
    expect(() => readSettings(join(folder, 'nowhere.json'))).toThrow(UserError);
  });
});
