/** Text that came from files must never become mark-up. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Cells are text; every column but the first is a number or short. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  foot?: readonly string[],
): string {
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
  return `<table><thead><tr>${cells('th', head)}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}</tbody>
${foot ? `<tfoot><tr>${cells('td', foot)}</tr></tfoot>` : ''}</table>`;
}

const STYLE = `
body { max-width: 190mm; margin: 10mm auto; font: 14px/1.45 system-ui, sans-serif; color: #1c1f23; background: #fff; }
section + section { break-before: page; margin-top: 16mm; }
h1 { margin: 0 0 4px; font-size: 22px; }
h2 { margin: 20px 0 4px; font-size: 15px; }
.never { margin: 0 0 12px; padding: 4px 8px; border: 2px solid; font-weight: 700; }
table { width: 100%; border-collapse: collapse; margin-top: 8px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 6px; border-bottom: 1px solid #c8ccd2; text-align: right; vertical-align: top; }
th { vertical-align: bottom; }
td:last-child { white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
tfoot td { border-bottom: 0; font-weight: 700; }
@media print { body { margin: 0; } section + section { margin-top: 0; } }
`;

export function page(title: string, language: string, sections: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
${sections.join('\n')}
</body></html>
`;
}
