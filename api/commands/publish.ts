import type { Command } from 'commander';
import { publish } from '../publish/publish.ts';
import { publishChanges } from '../publish/publish-changes.ts';
import { UserError } from '../user-error.ts';
import { changesText } from './changes-text.ts';
import { printJson, printLine } from './print.ts';
import { type StoreOptions, usingStore, withStore } from './store-options.ts';

interface PublishCommandOptions extends StoreOptions {
  asOf?: string;
  policy?: string;
  changes?: boolean;
  json?: boolean;
}

export function register(program: Command): void {
  withStore(program.command('publish'))
    .description('judge all accounts at a closed month and publish the result to the extension')
    .option('--as-of <month>', 'closed month, YYYY-MM (default: the last one with figures)', month)
    .option('--policy <file>', 'business concept to judge by')
    .option(
      '--changes',
      'judge nothing anew: publish names, people, record keys, territories, levels, overrides and care as they are now (an import does so by itself)',
    )
    .option('--json', 'print the outcome as JSON')
    .action(async (command: PublishCommandOptions) => {
      if (command.changes) return publishOnlyChanges(command);
      const { asOf, policy, json, ...options } = command;
      const published = await usingStore(options, (store) =>
        publish(store, {
          now: new Date(),
          ...(asOf ? { asOf } : {}),
          ...(policy ? { policyPath: policy } : {}),
        }),
      );
      if (json) return printJson(published);
      const { accounts, scopes, parts, newParts, bytes, unchanged } = published;
      printLine(
        `${accounts} accounts in ${scopes} territories, figures up to ${published.asOf}, policy ${published.policyVersion}`,
      );
      printLine(
        unchanged
          ? 'Nothing has changed since the last publication.'
          : `Published ${published.evaluationId}: ${parts} parts (${newParts} new), ${Math.ceil(bytes / 1024)} kB.`,
      );
    });
}

async function publishOnlyChanges({ json, ...options }: PublishCommandOptions): Promise<void> {
  if (options.asOf !== undefined || options.policy !== undefined) {
    throw new UserError(
      'Changes belong to the evaluation that is published. Leave out --changes to judge anew, or --as-of and --policy.',
    );
  }
  const changes = await usingStore(options, (store) => publishChanges(store, { now: new Date() }));
  if (json) return printJson(changes);
  printLine(changesText(changes));
}

function month(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UserError(`"${text}" is not a month. Write it as YYYY-MM.`);
}
