import type { Command } from 'commander';
import {
  type GateAnswer,
  type MinimumRevenue,
  minimumRevenues,
  prospectGate,
} from '../../lib/engine/gate.ts';
import { levelIndex } from '../../lib/engine/level.ts';
import type { Fraction } from '../../lib/engine/types.ts';
import { parseCents, parseFraction } from '../../lib/util/fraction.ts';
import { DEFAULT_POLICY_PATH, loadPolicy } from '../policy/load-policy.ts';
import { UserError } from '../user-error.ts';
import { amountText, printJson, printLine } from './print.ts';

interface ProspectOptions {
  revenue: string;
  margin: string;
  level: string;
  caseApproved?: boolean;
  policy: string;
  json?: boolean;
}

export function register(program: Command): void {
  program
    .command('prospect')
    .description('decide before a customer is won: which package the expected yield pays for')
    .requiredOption('--revenue <amount>', 'expected net revenue of a year, 14000.00')
    .requiredOption('--margin <share>', 'DB II per net revenue: 18 %, 0.18 or -0.05')
    .requiredOption('--level <id>', 'package the prospect wants')
    .option('--case-approved', 'a development case has been approved for this prospect')
    .option('--policy <file>', 'business concept to decide by', DEFAULT_POLICY_PATH)
    .option('--json', 'print everything as JSON')
    .addHelpText('after', '\nExample: tierlens prospect --revenue 3000.00 --margin 0.18 --level KOMFORT')
    .action(({ json, ...options }: ProspectOptions) => {
      const answer = decide(options);
      if (json) printJson(answer);
      else printAnswer(answer);
    });
}

type Decided = GateAnswer & { currency: string; minimumRevenues: MinimumRevenue[] };

/** @throws UserError for an amount, share or level that is none. */
export function decide({ revenue, margin, level, caseApproved, policy: path }: ProspectOptions): Decided {
  const { policy } = loadPolicy(path);
  try {
    levelIndex(policy, level);
    const share = signedShare(margin);
    const answer = prospectGate(policy, {
      expectedNet: parseCents(revenue),
      margin: share,
      wantedLevel: level,
      caseApproved: caseApproved ?? false,
    });
    return { ...answer, currency: policy.currency, minimumRevenues: minimumRevenues(policy, share) };
  } catch (error) {
    throw error instanceof RangeError ? new UserError(error.message) : error;
  }
}

function signedShare(text: string): Fraction {
  if (!text.startsWith('-')) return parseFraction(text);
  const { n, d } = parseFraction(text.slice(1));
  return { n: -n, d };
}

function printAnswer({
  decision,
  level,
  db2,
  fundableLimit,
  currency,
  minimumRevenues: least,
}: Decided): void {
  const money = (cents: number) => amountText(cents, currency);
  printLine(level === null ? decision : `${decision} ${level}`);
  printLine(`Expected DB II ${money(db2)}, of which ${money(fundableLimit)} may pay for care.`);
  printLine('Net revenue a year from which a package is paid for:');
  for (const { level: id, packageCost, withinShare, atBlackZero } of least) {
    const from =
      withinShare === null || atBlackZero === null
        ? 'no revenue is enough at this margin'
        : `${money(withinShare)} (at break-even ${money(atBlackZero)})`;
    printLine(`  ${id}, ${money(packageCost)} a year: ${from}`);
  }
}
