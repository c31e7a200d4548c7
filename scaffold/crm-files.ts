import { type CrmRequest, type RecordShape, shapeOf } from './crm-request.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The files of a new CRM by their path. @throws UserError where the request does not fit together */
export function crmFiles(request: CrmRequest): Map<string, string> {
  const shape = shapeOf(request);
  const { id } = request;
  return new Map([
    [`lib/crm/${id}.ts`, definition(request, shape)],
    [`lib/crm/${id}.cases.ts`, cases(request)],
    [`tests/fixtures/pages/${id}/account.standard.html`, accountPage(request)],
    [`tests/fixtures/pages/${id}/list.standard.html`, listPage(request)],
  ]);
}

/** Another id of the same form. */
export function otherId(id: string): string {
  const last = id.slice(-1);
  return (
    id.slice(0, -1) + (last === '9' || last === 'f' ? '1' : /\d/.test(last) ? String(Number(last) + 1) : '7')
  );
}

function definition(
  { id, name, account, list, recordId, host, heading, sign }: CrmRequest,
  shape: RecordShape,
): string {
  const hostname = new URL(account).hostname;
  const pattern = sign ? null : (host ?? hostname);
  const tenants = pattern?.startsWith('*.') ?? false;
  const hostTest = tenants ? `(?!www\\.)[\\w-]+\\.${escaped(pattern?.slice(2) ?? '')}` : escaped(hostname);
  const before = shape.text.slice(0, shape.text.indexOf(encodeURIComponent(recordId)));
  const listPart = shape.where === 'path' ? new URL(list).pathname : new URL(list).hash;
  const lines = [
    `id: ${quoted(id)},`,
    `name: ${quoted(name)},`,
    'experimental: true,',
    `hosts: [${pattern ? quoted(`https://${pattern}/*`) : ''}],`,
    ...(pattern ? [`host: /^${hostTest}$/,`] : []),
    `${shape.where}: /^${literal(before)}(?<id>${idShape(recordId)})(?:[/?]|$)/,`,
    ...(tenants ? ['instance: tenantOf,'] : []),
    `list: /^${literal(listPart.replace(/\/$/, ''))}\\/?(?:\\?|$)/,`,
    ...(heading ? [`titles: [${quoted(heading)}],`] : []),
    `linkSelector: ${quoted(`a[href*="${before}"]`)},`,
  ];
  const imports = tenants ? "import { tenantOf } from '../util/crm-url.ts';\n" : '';
  return `${imports}import type { CrmDefinition } from './types.ts';\n\nexport const ${id}: CrmDefinition = {\n${lines.map((line) => `  ${line}\n`).join('')}};\n`;
}

function cases({ account, list, recordId, sign }: CrmRequest): string {
  const url = new URL(account);
  const other = otherId(recordId);
  const swap = (address: string, by: string) => address.replace(encodeURIComponent(recordId), by);
  const all: [url: string, id: string | null, note: string][] = [
    [account, recordId, 'account page'],
    [swap(account, other), other, 'another account'],
    [list, null, 'list'],
    [`${url.origin}/`, null, 'start page'],
    ...(sign
      ? []
      : ([[account.replace(url.hostname, `${url.hostname}.evil.example`), null, 'look-alike host']] as [
          string,
          null,
          string,
        ][])),
  ];
  const lines = all.map(([address, id, note]) => {
    const wanted = id === null ? 'null' : `{ object: 'account', id: ${quoted(id)} }`;
    return `  {\n    url: ${quoted(address)},\n    expect: ${wanted},\n    note: ${quoted(note)},\n  },\n`;
  });
  return `import type { UrlCase } from './types.ts';\n\nexport const cases: readonly UrlCase[] = [\n${lines.join('')}];\n`;
}

function accountPage({ account, recordId, heading, sign, name }: CrmRequest): string {
  const title = heading ? nested(heading, 'Acme GmbH') : '<div>Acme GmbH</div>';
  const wanted = { url: account, heading: heading ? 'Acme GmbH' : null, other: otherId(recordId) };
  return page(wanted, name, `${sign ? nested(sign, '') : ''}\n<main><section>${title}</section></main>`);
}

function listPage({ account, list, recordId, sign, name }: CrmRequest): string {
  const { origin } = new URL(account);
  const href = (id: string) => account.slice(origin.length).replace(encodeURIComponent(recordId), id);
  const row = (id: string, text: string) => `<tr><td><a href="${href(id)}">${text}</a></td></tr>`;
  const ids = [recordId, otherId(recordId)] as const;
  const rows = `${row(encodeURIComponent(ids[0]), 'Acme GmbH')}\n${row(ids[1], 'Birke AG')}`;
  return page(
    { url: list, heading: null, links: ids },
    name,
    `${sign ? nested(sign, '') : ''}\n<main><table><thead><tr><th>Name</th></tr></thead><tbody>\n${rows}\n</tbody></table></main>`,
  );
}

function page(expect: object, title: string, body: string): string {
  const content = JSON.stringify(expect).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="expect" content="${content}">\n<title>${title}</title>\n</head>\n<body>\n${body.trim()}\n</body>\n</html>\n`;
}

/** Elements a selector of tags, ids, classes and attributes fits, one in the other. */
function nested(selector: string, text: string): string {
  return selector
    .split(/\s*>\s*|\s+/)
    .reverse()
    .reduce((inner, step) => {
      const tag = /^[a-z][\w-]*/i.exec(step)?.[0] ?? 'div';
      const id = /#([\w-]+)/.exec(step)?.[1];
      const classes = [...step.matchAll(/\.([\w-]+)/g)].map(([, name]) => name).join(' ');
      const attributes = [...step.matchAll(/\[([\w-]+)(?:[*^$]?=["']?([^"'\]]*)["']?)?\]/g)];
      const written = attributes.map(([, name, value = '']) => ` ${name}="${value}"`).join('');
      return `<${tag}${id ? ` id="${id}"` : ''}${classes ? ` class="${classes}"` : ''}${written}>${inner}</${tag}>`;
    }, text);
}

function idShape(id: string): string {
  if (/^\d+$/.test(id)) return '\\d+';
  return UUID.test(id) ? '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}' : '[^/?&]+';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** As it stands in a regular expression between slashes. */
function literal(text: string): string {
  return escaped(text).replaceAll('/', '\\/');
}

function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
