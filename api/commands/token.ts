import type { Command } from 'commander';
import { createToken, listTokens, revokeToken } from '../auth/tokens.ts';
import { UserError } from '../user-error.ts';
import { printJson, printLine } from './print.ts';
import { type StoreOptions, usingStore, withStore } from './store-options.ts';

interface CreateOptions extends StoreOptions {
  name: string;
  expires?: Date;
  json?: boolean;
}

export function register(program: Command): void {
  const token = program.command('token').description('access tokens of people');
  withStore(token.command('create'))
    .description("create a token for a person; the person's role and territories hold")
    .argument('<person-id>', 'as in people.csv')
    .option('--name <text>', 'what the token is for', 'browser extension')
    .option('--expires <date>', 'last day it holds, YYYY-MM-DD', endOfDay)
    .option('--json', 'print as JSON')
    .action(async (personId: string, { name, expires, json, ...options }: CreateOptions) => {
      const created = await usingStore(options, (store) =>
        createToken(store, { personId, name, expiresAt: expires ?? null, now: new Date() }),
      );
      if (json) return printJson(created);
      printLine(created.token);
      process.stderr.write('Keep it like a password: it is shown this once and stored as a hash only.\n');
    });
  withStore(token.command('list'))
    .description('list tokens, without their secrets')
    .option('--json', 'print as JSON')
    .action(async ({ json, ...options }: StoreOptions & { json?: boolean }) => {
      const tokens = await usingStore(options, (store) => store.write(({ db }) => listTokens(db)));
      if (json) return printJson(tokens);
      for (const { id, personId, name, expiresAt, revokedAt } of tokens) {
        const end = revokedAt
          ? 'revoked'
          : expiresAt
            ? `until ${expiresAt.toISOString().slice(0, 10)}`
            : 'no end';
        printLine(`${id}  ${personId}  ${name}  ${end}`);
      }
    });
  withStore(token.command('revoke'))
    .description('end a token at once')
    .argument('<id>', 'as shown by token list')
    .action(async (id: string, options: StoreOptions) => {
      const revoked = await usingStore(options, (store) =>
        store.write(({ db }) => revokeToken(db, id, new Date())),
      );
      if (!revoked) throw new UserError(`There is no living token ${id}. See tierlens token list.`);
      printLine(`Token ${id} no longer holds.`);
    });
}

function endOfDay(text: string): Date {
  const day = new Date(`${text}T23:59:59.999Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime())) return day;
  throw new UserError(`"${text}" is not a date. Write it as YYYY-MM-DD.`);
}
