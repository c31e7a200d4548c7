import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { z } from 'zod';
import { assessTerse } from '../assess/assess-terse.ts';
import { ledgerTable } from '../assess/ledger-table.ts';
import { TersePolicy, terseToPolicy } from '../assess/terse-policy.ts';
import { TersePortfolio, terseToAccounts } from '../assess/terse-portfolio.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import { UserError } from '../user-error.ts';
import { printJson } from './print.ts';

export function register(program: Command): void {
  program
    .command('assess')
    .description('judge a small portfolio in the terse test format, without a store')
    .argument('<portfolio>', 'JSON file with the accounts')
    .option('--policy <file>', 'JSON file with the policy; what it leaves out comes from abcz-ladder')
    .option('--json', 'print everything as JSON (the default)')
    .option('--table', 'print rows and ledger as a table')
    .action((portfolio: string, options: { policy?: string; table?: boolean }) => {
      const answer = assessFiles(options.policy, portfolio);
      if (options.table) process.stdout.write(ledgerTable(answer));
      else printJson(answer);
    });
}

/**
 * The answer of `tierlens assess` for two files.
 * @throws UserError naming file and place of what cannot be read.
 */
export function assessFiles(policyPath: string | undefined, portfolioPath: string): Record<string, unknown> {
  const preset = loadPolicy().policy;
  const terse = policyPath === undefined ? {} : readAs(TersePolicy, policyPath);
  const portfolio = readAs(TersePortfolio, portfolioPath);
  try {
    return assessTerse(terseToPolicy(terse, preset), terseToAccounts(portfolio));
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${portfolioPath}: ${error.message}`);
    throw error;
  }
}

function readAs<Schema extends z.ZodType>(schema: Schema, path: string): z.infer<Schema> {
  const parsed = schema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: at, message }) => `${path}: ${at.join('.')}: ${message}`);
  throw new UserError(faults.join('\n'));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UserError(`${path}: not readable as JSON (${(error as Error).message})`);
  }
}
