import type { Command } from 'commander';
import { percentText } from '../../lib/util/ratio.ts';
import { report } from '../report/report.ts';
import type { Report } from '../report/report-format.ts';
import { UserError } from '../user-error.ts';
import { amountText, printJson, printLine } from './print.ts';
import { type StoreOptions, usingStore, withStore } from './store-options.ts';

interface ReportCommandOptions extends StoreOptions {
  from?: string;
  to?: string;
  asOf?: string;
  policy?: string;
  json?: boolean;
}

export function register(program: Command): void {
  withStore(program.command('report'))
    .description('whale curve and ledger of a period, by default of everything imported')
    .option('--from <date>', 'first day, YYYY-MM-DD', day)
    .option('--to <date>', 'last day, YYYY-MM-DD', day)
    .option('--as-of <date>', 'leave out what was booked after this day', day)
    .option('--policy <file>', 'business concept to judge by')
    .option('--json', 'print the report as JSON')
    .action(async ({ json, policy, from, to, asOf, ...options }: ReportCommandOptions) => {
      const result = await usingStore(options, (store) =>
        report(store, {
          ...(from ? { from } : {}),
          ...(to ? { to } : {}),
          ...(asOf ? { asOf } : {}),
          ...(policy ? { policyPath: policy } : {}),
        }),
      );
      if (json) printJson(result);
      else printReport(result);
    });
}

function day(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new UserError(`"${text}" is not a date. Write it as YYYY-MM-DD.`);
}

function printReport({ period, whaleCurve, ledger, limits, care, evaluation }: Report): void {
  const share = (percent: string | null) => (percent === null ? '–' : `${percent} %`);
  printLine(`Period            ${period.from} to ${period.to}`);
  printLine(`Accounts          ${whaleCurve.accounts}, ${whaleCurve.unprofitable} of them below zero`);
  printLine(`Total             ${amountText(whaleCurve.total)}`);
  printLine(`Whale curve peak  ${share(whaleCurve.peakPercent)} at account ${whaleCurve.peakAt}`);
  printLine(`Top fifth         ${share(whaleCurve.topFifthPercent)} by ${whaleCurve.topFifth} accounts`);
  printLine(`Surplus           ${amountText(ledger.surplus)}`);
  printLine(`Deficit           ${amountText(ledger.deficit)}`);
  printLine(`Transferred       ${amountText(ledger.transferred)}`);
  printLine(`Subsidy ratio     ${ledger.subsidyRatio ?? '–'}`);
  for (const { limit, pool, ratio, alarm } of limits) {
    printLine(`${`${limit} ${pool ?? ''}`.padEnd(18)}${ratio ?? '–'} ${alarm}`);
  }
  printLine(`Care              ${care}`);
  for (const { pool, logged, unassigned, ownFault } of evaluation?.outside ?? []) {
    const of = (minutes: number) => share(percentText(minutes, logged, 1));
    printLine(
      `${`Care ${pool}`.padEnd(18)}${of(unassigned)} without account, ${of(ownFault)} caused by own faults`,
    );
  }
  for (const { pool, supplied, unused, overtime } of evaluation?.capacity ?? []) {
    const rest = overtime ? 'overtime' : `${amountText(unused)} of it unused, charged to nobody`;
    printLine(`${`Capacity ${pool}`.padEnd(18)}${amountText(supplied)}, ${rest}`);
  }
}
