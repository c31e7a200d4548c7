import type { Command } from 'commander';
import { appraiseCase, type CaseAppraisal } from '../../lib/engine/development-case.ts';
import { parseCents, parseFraction } from '../../lib/util/fraction.ts';
import { UserError } from '../user-error.ts';
import { amountText, printJson, printLine } from './print.ts';

interface AppraiseOptions {
  flows: string;
  probability: string;
  rate: string;
  json?: boolean;
}

export function register(program: Command): void {
  program
    .command('appraise')
    .description(
      'test a development case before it is approved: does its plan come back, discounted and at its risk',
    )
    .requiredOption(
      '--flows <amounts>',
      'planned DB III per period, separated by semicolons: -1200.00;900.00',
    )
    .requiredOption('--probability <share>', 'probability that planned gains come true; losses are certain')
    .requiredOption('--rate <share>', 'discount rate per period')
    .option('--json', 'print everything as JSON')
    .addHelpText(
      'after',
      '\nExample: tierlens appraise --flows "-1200.00;-400.00;900.00;2500.00" --probability 0.6 --rate 8%',
    )
    .action(({ json, ...options }: AppraiseOptions) => {
      const found = appraise(options);
      if (json) return printJson(found);
      const steps = found.cumulated.map((cents) => amountText(cents)).join(', ');
      printLine(`${found.approve ? 'approve' : 'reject'}: ${amountText(found.cumulated.at(-1) ?? 0)}`);
      printLine(`cumulated, discounted: ${steps}`);
    });
}

/** @throws UserError for an amount or share that is none, and for a probability above one. */
export function appraise({ flows, probability, rate }: Omit<AppraiseOptions, 'json'>): CaseAppraisal {
  try {
    const successProbability = parseFraction(probability);
    if (successProbability.n > successProbability.d) {
      throw new RangeError(`A probability of ${probability} is more than certain; give at most 1.`);
    }
    return appraiseCase({
      flows: flows.split(';').map((flow) => parseCents(flow)),
      successProbability,
      discountRate: parseFraction(rate),
    });
  } catch (error) {
    throw error instanceof RangeError ? new UserError(error.message) : error;
  }
}
