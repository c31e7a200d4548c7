import type { CrmRequest } from './crm-request.ts';
import { withReadmeTable } from './readme-table.ts';

/** The files in which a new CRM is entered, changed. @param read text of a file of the project */
export function crmLists(request: CrmRequest, read: (path: string) => string): Map<string, string> {
  const { id, sign } = request;
  const list = `lib/crm/${sign ? 'self-hosted' : 'cloud'}-crms.ts`;
  const docs = withRow(read('docs/crms.md'), row(request), sign !== undefined);
  const changed = new Map([
    [list, withEntry(read(list), id)],
    ['docs/crms.md', docs],
    ['README.md', withReadmeTable(read('README.md'), docs)],
  ]);
  if (sign) {
    const path = 'lib/crm/fingerprint.ts';
    const entry = `  ${id}: [${sign.includes("'") ? JSON.stringify(sign) : `'${sign}'`}],\n`;
    changed.set(
      path,
      read(path).replace(
        /(const SIGNS[\s\S]*?)(\n};)/,
        (_, head: string, end: string) => `${head}\n${entry.trimEnd()}${end}`,
      ),
    );
  }
  return changed;
}

/** Imports stay sorted, the entry comes last. */
function withEntry(source: string, id: string): string {
  const line = `import { ${id} } from './${id}.ts';`;
  const lines = source.split('\n');
  const file = (text: string) => /from '\.\/(.*)\.ts'/.exec(text)?.[1] ?? '';
  const at = lines.findIndex((text) => text.startsWith('import ') && file(text) > id);
  lines.splice(at < 0 ? lines.findLastIndex((text) => text.startsWith('import ')) + 1 : at, 0, line);
  return lines.join('\n').replace(/\n\];/, `\n  ${id},\n];`);
}

function row({ id, name, account, host, heading, sign }: CrmRequest): string {
  const address = sign ? 'your own address' : `\`${host ?? new URL(account).hostname}\``;
  return `| \`${id}\` | ${name} | ${address} | account | – | ${heading ? 'beside the heading' : 'docked'} | yes | experimental |`;
}

/** Rows stand in the order of the list: those of makers' hosts first. */
function withRow(docs: string, text: string, last: boolean): string {
  const lines = docs.split('\n');
  const rows = lines.flatMap((line, at) => (/^\| `[a-z0-9]+` \|/.test(line) ? [at] : []));
  const before = last ? undefined : rows.find((at) => /^\| `odoo` \|/.test(lines[at] ?? ''));
  lines.splice(before ?? (rows.at(-1) ?? 0) + 1, 0, text);
  return lines.join('\n');
}
