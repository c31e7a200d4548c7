import type { Command } from 'commander';
import { proposeThresholds } from '../../lib/engine/calibration.ts';
import { policyRules, policySentence } from '../../lib/engine/explain/policy-sentences.ts';
import { localDay } from '../local-day.ts';
import { policyJsonSchema } from '../policy/json-schema.ts';
import { findingsText, lintFile } from '../policy/lint/lint-file.ts';
import { DEFAULT_POLICY_PATH, loadPolicy } from '../policy/load-policy.ts';
import { policyReference } from '../policy/policy-reference.ts';
import { judge, simulate } from '../policy/simulate.ts';
import { simulationText } from '../policy/simulation-text.ts';
import { evaluationDates } from '../publish/as-of.ts';
import { UserError } from '../user-error.ts';
import { registerActivation } from './policy-activation.ts';
import { amountText, printJson, printLine } from './print.ts';
import { type StoreOptions, usingStore, withStore } from './store-options.ts';

export function register(program: Command): void {
  const policy = program.command('policy').description('think the business concept through');
  registerLint(policy);
  registerRead(policy);
  registerSimulate(policy);
  registerThresholds(policy);
  registerActivation(policy);
  policy
    .command('schema')
    .description('JSON Schema of the policy file, for editors')
    .action(() => void process.stdout.write(policyJsonSchema()));
  policy
    .command('reference')
    .description('every part of the policy file, as Markdown')
    .action(() => void process.stdout.write(policyReference()));
}

function registerLint(policy: Command): void {
  withStore(policy.command('lint'))
    .description('findings on a policy file, each with its place, the reason and a cure')
    .argument('[file]', 'YAML file', DEFAULT_POLICY_PATH)
    .option('--accounts', 'judge the stored accounts too: promises, budget and tiers')
    .option('--json', 'print the findings as JSON')
    .action(async (file: string, options: StoreOptions & { accounts?: boolean; json?: boolean }) => {
      const now = new Date();
      const portfolio = options.accounts ? await judgedBy(file, options, now) : undefined;
      const findings = lintFile(file, { today: localDay(now), ...(portfolio ? { portfolio } : {}) });
      if (options.json) printJson(findings);
      else process.stdout.write(findingsText(file, findings));
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

function judgedBy(file: string, options: StoreOptions, now: Date) {
  const loaded = loadPolicy(file);
  return usingStore(options, (store) =>
    store.write(async (session) => judge(session, loaded, await evaluationDates(session.db, now, undefined))),
  );
}

function registerRead(policy: Command): void {
  policy
    .command('read')
    .description('the rules of a policy file as sentences to read aloud')
    .argument('[file]', 'YAML file', DEFAULT_POLICY_PATH)
    .option('--language <language>', 'de or en', 'en')
    .action((file: string, { language }: { language: string }) => {
      if (language !== 'de' && language !== 'en') throw new UserError('The languages are de and en.');
      const { document, policy: rules } = loadPolicy(file);
      printLine(`${document.concept} ${document.version}: ${document.because[language]}`);
      for (const rule of policyRules(rules)) printLine(policySentence(rule, language, document.currency));
    });
}

interface SimulateCommandOptions extends StoreOptions {
  against?: string;
  asOf?: string;
  quarters: string;
  json?: boolean;
}

function registerSimulate(policy: Command): void {
  withStore(policy.command('simulate'))
    .description('what a policy file would change for the stored accounts; nothing is stored')
    .argument('<file>', 'YAML file thought about')
    .option('--against <file>', 'YAML file to compare with (default: the version in force)')
    .option('--as-of <month>', 'closed month, YYYY-MM (default: the last one with figures)')
    .option('--quarters <n>', 'earlier quarters to judge by both as well', '0')
    .option('--json', 'print everything as JSON')
    .action(async (file: string, { against, asOf, quarters, json, ...options }: SimulateCommandOptions) => {
      if (!/^\d{1,2}$/.test(quarters)) throw new UserError('--quarters takes a number from 0 to 99.');
      const simulation = await usingStore(options, (store) =>
        simulate(store, {
          after: file,
          now: new Date(),
          quartersBack: Number(quarters),
          ...(against ? { before: against } : {}),
          ...(asOf ? { asOf } : {}),
        }),
      );
      if (json) return printJson(simulation);
      process.stdout.write(simulationText(simulation, loadPolicy(file).policy.currency));
    });
}

function registerThresholds(policy: Command): void {
  withStore(policy.command('thresholds'))
    .description('propose yield thresholds: the accounts that make the first 80 and 95 per cent of all yield')
    .argument('[file]', 'YAML file whose accounts and thresholds are compared', DEFAULT_POLICY_PATH)
    .option('--json', 'print the proposal as JSON')
    .action(async (file: string, options: StoreOptions & { json?: boolean }) => {
      const { policy: rules, accounts } = await judgedBy(file, options, new Date());
      const proposed = proposeThresholds(accounts.map(({ db2 }) => db2));
      if (!proposed) throw new UserError('No account has yield, so there is nothing to propose.');
      if (options.json) return printJson({ now: rules.yield, proposed });
      const money = (cents: number) => amountText(cents, rules.currency);
      printLine(`high    now ${money(rules.yield.high)}, proposed ${money(proposed.high)}`);
      printLine(`medium  now ${money(rules.yield.medium)}, proposed ${money(proposed.medium)}`);
      printLine('Thresholds stay absolute once taken: nobody changes tier because others do.');
    });
}
