import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { CARE_VIEWS, type CareView } from '../../lib/engine/care-views.ts';
import { statement } from '../statement/statement.ts';
import type { Statement } from '../statement/statement-format.ts';
import { statementHtml } from '../statement/statement-html.ts';
import { UserError } from '../user-error.ts';
import { amountText, printJson, printLine } from './print.ts';
import { type StoreOptions, usingStore, withStore } from './store-options.ts';

interface StatementCommandOptions extends StoreOptions {
  year?: number;
  view: CareView;
  account?: string;
  names?: boolean;
  policy?: string;
  html?: string;
  language: 'de' | 'en';
  json?: boolean;
}

export function register(program: Command): void {
  withStore(program.command('statement'))
    .description(
      'year-end statement of withheld care per account: an internal coaching document, never to be sent',
    )
    .option('--year <year>', 'calendar year (default: that of the last closed month with figures)', year)
    .option(
      '--view <view>',
      'measured by: promise of the packages, yield share, or equal care',
      view,
      'promise',
    )
    .option('--account <id>', 'only this creditor')
    .option('--names', 'name the accounts that received more, not their tiers alone')
    .option('--policy <file>', 'business concept to judge by')
    .option('--html <file>', 'write it as a page to print')
    .option('--language <language>', 'of the printed page: de or en', language, 'en')
    .option('--json', 'print everything as JSON')
    .addHelpText('after', '\nExample: tierlens statement --year 2025 --html statement.html --language de')
    .action(async ({ policy, html, json, language, data, ...options }: StatementCommandOptions) => {
      const { figures, words } = await usingStore(data ? { data } : {}, (store) =>
        statement(store, { now: new Date(), ...options, ...(policy ? { policyPath: policy } : {}) }),
      );
      if (html) writePage(html, statementHtml(figures, words, language));
      if (json) printJson(figures);
      else printStatement(figures);
    });
}

function writePage(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UserError(`${path} cannot be written: ${(error as Error).message}`);
  }
}

function printStatement({ year, period, view, pools, creditors, debtors, ...rest }: Statement): void {
  const money = (cents: number) => amountText(cents, rest.currency);
  printLine(
    `Withheld care ${year} (${period.from} to ${period.to}), view ${view}, policy ${rest.policyVersion}`,
  );
  printLine('Internal coaching document, never to be sent.');
  for (const care of pools) {
    printLine(
      `${care.pool}: ${care.withheldMinutes} min withheld, ${care.overMinutes} min beyond; ${care.matchedMinutes} min (${money(care.matchedCents)}) went to others, ${care.shortfallMinutes} min of capacity were missing, ${care.extraMinutes} min were extra effort`,
    );
  }
  for (const { id, name, tier, cents, positions } of creditors) {
    printLine(`+ ${id} ${name} (${tier}): ${money(cents)}`);
    for (const {
      pool,
      entitledMinutes,
      deliveredMinutes,
      withheldMinutes,
      receivers,
      ...position
    } of positions) {
      const instead = position.equivalent
        ? `, ${position.equivalent.count} × ${position.equivalent.type}`
        : '';
      const to = receivers.map((part) => `${part.tier} ${money(part.cents)}`).join(', ');
      printLine(
        `    ${pool}: ${deliveredMinutes} of ${entitledMinutes} min, ${withheldMinutes} withheld${instead}: ${money(position.cents)}${to && ` to ${to}`}`,
      );
    }
  }
  for (const { tier, accounts, cents } of debtors) {
    printLine(`- tier ${tier}, ${accounts} account${accounts === 1 ? '' : 's'}: ${money(cents)}`);
  }
  for (const { id, name, tier, overMinutes, cents } of rest.debtorAccounts ?? []) {
    printLine(`    ${id} ${name} (${tier}): ${overMinutes} min, ${money(cents)}`);
  }
  printLine(
    `Credits ${money(rest.credits)} less debits ${money(rest.debits)}: ${money(rest.credits - rest.debits)}`,
  );
}

function year(text: string): number {
  if (/^(19|20)\d{2}$/.test(text)) return Number(text);
  throw new UserError(`"${text}" is not a year. Write it with four digits.`);
}

function view(text: string): CareView {
  const found = CARE_VIEWS.find((candidate) => candidate === text);
  if (found) return found;
  throw new UserError(`"${text}" is no view. There are: ${CARE_VIEWS.join(', ')}.`);
}

function language(text: string): 'de' | 'en' {
  if (text === 'de' || text === 'en') return text;
  throw new UserError('The languages are de and en.');
}
