import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { matchUrl } from '../../lib/crm/index.ts';
import type { CrmSettings } from '../../lib/crm/types.ts';
import { formatRecordKey } from '../../lib/util/record-key.ts';
import { UserError } from '../user-error.ts';

export function register(program: Command): void {
  program
    .command('match')
    .description('say which CRM record an address shows (one JSON line per address)')
    .argument('[url...]', 'addresses; without any, one a line is read from standard input')
    .option('--settings <file>', 'JSON file with board ids and the like: {"monday": {"boards": ["123"]}}')
    .option('--json', 'JSON lines, which is the only form there is')
    .action(async (urls: string[], options: { settings?: string }) => {
      const settings = options.settings === undefined ? undefined : readSettings(options.settings);
      if (urls.length > 0) for (const url of urls) process.stdout.write(matchLine(url, settings));
      else await matchLines(process.stdin, process.stdout, settings);
    });
}

/** Answers every non-empty line of a stream, in order. */
export async function matchLines(input: Readable, output: Writable, settings?: CrmSettings): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const url = line.trim();
    if (url !== '') output.write(matchLine(url, settings));
  }
}

/** One JSON line: the record an address shows, whatever its object; all but `url` null where it shows none. */
export function matchLine(url: string, settings?: CrmSettings): string {
  const record = matchUrl(url, settings);
  const { crm = null, instance = null, object = null, id = null } = record ?? {};
  const recordKey = record && formatRecordKey(record);
  return `${JSON.stringify({ url, crm, instance, object, id, recordKey })}\n`;
}

/** @throws UserError where the file is not there, no JSON, or no JSON object. */
export function readSettings(path: string): CrmSettings {
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError(`The settings file ${path} cannot be read: ${(error as Error).message}`);
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new UserError(
      `The settings file ${path} must hold a JSON object such as {"monday": {"boards": ["1234567890"]}}.`,
    );
  }
  return settings as CrmSettings;
}
