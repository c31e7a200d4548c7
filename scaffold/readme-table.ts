interface CrmRow {
  name: string;
  docked: boolean;
  chips: boolean;
  evidence: string;
}

const START = '<!-- crms: written by `npm run new-crm`, checked by a test -->';
const END = '<!-- /crms -->';
const EVIDENCE = ['seen running', "maker's source", 'public code', 'experimental'] as const;

/** The README with its table of CRMs made anew from that of docs/crms.md. @throws where the README has no place for it */
export function withReadmeTable(readme: string, docs: string): string {
  const from = readme.indexOf(START);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`README.md needs the lines "${START}" and "${END}".`);
  return `${readme.slice(0, from + START.length)}\n\n${readmeTable(docs)}\n\n${readme.slice(to)}`;
}

function readmeTable(docs: string): string {
  const rows = docs
    .split('\n')
    .filter((line) => /^\| `[a-z0-9]+` \|/.test(line))
    .map((line): CrmRow => {
      const [, name = '', , , , badge, chips, evidence = ''] = line.slice(2, -2).split(' | ');
      return { name, docked: badge === 'docked', chips: chips === 'yes', evidence };
    })
    .filter(({ name }) => !['Other CRM', 'Sample CRM'].includes(name));
  const names = (of: (row: CrmRow) => boolean) =>
    rows
      .filter(of)
      .map(({ name, chips }) => (chips ? name : `${name}¹`))
      .join(', ') || '–';
  const lines = EVIDENCE.map(
    (evidence) =>
      `| ${evidence} | ${names((row) => row.evidence === evidence && !row.docked)} | ${names((row) => row.evidence === evidence && row.docked)} |`,
  );
  return [
    '| Page structure known from | Badge beside the name | Badge in a corner |',
    '|---|---|---|',
    ...lines,
  ].join('\n');
}
