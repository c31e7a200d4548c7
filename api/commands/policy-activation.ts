import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { localDay } from '../local-day.ts';
import { activatePolicy, previewPolicy } from '../policy/activate-policy.ts';
import { findingsText, lintText } from '../policy/lint/lint-file.ts';
import { loadPolicyText, readPolicyText } from '../policy/load-policy.ts';
import { requireApprover } from '../policy/policy-people.ts';
import { draftPolicy, listPolicies, policySource } from '../policy/policy-versions.ts';
import { renumberPolicy } from '../policy/renumber-policy.ts';
import { simulationText } from '../policy/simulation-text.ts';
import type { Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { printJson, printLine } from './print.ts';
import { type StoreOptions, usingStore, withStore } from './store-options.ts';

interface ActivateOptions extends StoreOptions {
  by: string;
  approvedBy: string;
  from: string;
  yes?: boolean;
}

/** `policy activate`, `policy rollback`, `policy list`, `policy show`: versions of the concept and which of them holds. */
export function registerActivation(policy: Command): void {
  withStore(policy.command('activate'))
    .description('put a policy file in force from a day on; shows first what would change')
    .argument('<file>', 'YAML file')
    .requiredOption('--by <person>', 'who drafted it, as in people.csv')
    .requiredOption('--approved-by <person>', 'who approves it: a second person, lead or operations')
    .requiredOption('--from <date>', 'first day it holds, YYYY-MM-DD', day)
    .option('--yes', 'activate without asking, once the preview has been printed')
    .action((file: string, options: ActivateOptions) =>
      usingStore(options, (store) => activate(store, { source: readPolicyText(file), name: file }, options)),
    );
  withStore(policy.command('rollback'))
    .description(
      'put the words of an earlier version in force again under a new number; shows first what would change',
    )
    .argument('<version>', 'as shown by policy list')
    .requiredOption('--as <version>', 'number of the new version')
    .requiredOption('--by <person>', 'who drafted it, as in people.csv')
    .requiredOption('--approved-by <person>', 'who approves it: a second person, lead or operations')
    .requiredOption('--from <date>', 'first day it holds, YYYY-MM-DD', day)
    .option('--yes', 'activate without asking, once the preview has been printed')
    .action((version: string, options: ActivateOptions & { as: string }) =>
      usingStore(options, async (store) => {
        const old = await store.write(({ db }) => policySource(db, version));
        const source = renumberPolicy(old, { version: options.as, from: options.from });
        await activate(store, { source, name: `policy ${version} as ${options.as}` }, options);
      }),
    );
  withStore(policy.command('list'))
    .description('all versions: drafts, and since when which one holds')
    .option('--json', 'print as JSON')
    .action(async ({ json, ...options }: StoreOptions & { json?: boolean }) => {
      const today = localDay(new Date());
      const list = await usingStore(options, (store) => store.write(({ db }) => listPolicies(db, today)));
      if (json) return printJson(list);
      if (list.length === 0) printLine('No version has been activated: the preset abcz-ladder holds.');
      for (const { version, state, validFrom, draftedBy, approvedBy } of list) {
        const since = validFrom === null ? '' : `  from ${validFrom}, approved by ${approvedBy}`;
        printLine(`${version}  ${state}  drafted by ${draftedBy}${since}`);
      }
    });
  withStore(policy.command('show'))
    .description('the document of a version as it was written; to go back to it, see policy rollback')
    .argument('<version>', 'as shown by policy list')
    .action(async (version: string, options: StoreOptions) => {
      const source = await usingStore(options, (store) => store.write(({ db }) => policySource(db, version)));
      process.stdout.write(source);
    });
}

async function activate(
  store: Store,
  { source, name }: { source: string; name: string },
  { by, approvedBy, from, yes }: ActivateOptions,
): Promise<void> {
  const now = new Date();
  const findings = lintText(source, name, { today: localDay(now) });
  if (findings.length > 0) process.stdout.write(findingsText(name, findings));
  const { policy } = loadPolicyText(source, name);
  const version = await store.write(async (session) => {
    const drafted = await draftPolicy(session, { source, by, now });
    await requireApprover(session.db, approvedBy, by);
    return drafted.version;
  });
  const { simulation, digest } = await previewPolicy(store, version, { now });
  process.stdout.write(simulationText(simulation, policy.currency));
  if (!yes && !(await confirmed(`Shall version ${version} hold from ${from}?`))) {
    throw new UserError(
      `Nothing was activated; version ${version} is kept as a draft. Run the command again to approve it (with --yes where nobody can be asked).`,
    );
  }
  await activatePolicy(store, { version, approvedBy, from, preview: digest, now });
  printLine(`Version ${version} holds from ${from}. Publish to judge by it (tierlens publish).`);
}

/** Asks on a terminal; elsewhere nobody can answer, which is no. */
async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

function day(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new UserError(`"${text}" is not a date. Write it as YYYY-MM-DD.`);
}
