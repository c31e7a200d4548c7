import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { UserError } from '../api/user-error.ts';
import { crmFiles } from './crm-files.ts';
import { crmLists } from './crm-lists.ts';
import type { CrmRequest } from './crm-request.ts';

const program = new Command('new-crm')
  .description(
    'Writes the first version of a CRM: adapter, URL cases, two pages, list entries and docs rows.',
  )
  .argument('<id>', 'file name: lower-case letters and digits')
  .requiredOption('--name <name>', 'name people know')
  .requiredOption('--account <address>', "address of an account's page")
  .requiredOption('--record-id <id>', 'the id of that account in the address')
  .requiredOption('--list <address>', 'address of a page that lists accounts')
  .option('--host <pattern>', 'where each customer has a host of their own: *.example.com')
  .option('--heading <selector>', 'element that carries the name; without it the badge docks')
  .option('--sign <selector>', 'for a CRM on any host: what tells its pages from all others')
  .option('--root <folder>', 'project to write into', '.')
  .action((id: string, options: Omit<CrmRequest, 'id'> & { root: string }) => {
    const root = resolve(options.root);
    const request = { ...options, id };
    const files = crmFiles(request);
    const taken = [...files.keys()].filter((path) => existsSync(join(root, path)));
    if (taken.length > 0) throw new UserError(`${taken.join(', ')}: is there already.`);
    const changed = crmLists(request, (path) => readFileSync(join(root, path), 'utf8'));
    for (const [path, text] of [...files, ...changed]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(path);
    }
    console.log(
      '\nNext: npm run format, npm run unit -- lib/crm tests/conventions, then docs/adding-a-crm.md.',
    );
  });

try {
  program.parse();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
