type Row = {
  net: number;
  db2: number;
  cts: number;
  db3: number;
  tier: string;
  level: string;
  position: string;
};
type Lines = { line: Record<string, number>; surplus: number; deficit: number; subsidyRatio: string | null };

const HEAD = ['account', 'NET', 'DB II', 'care', 'DB III', 'tier', 'level', 'position', 'ledger'];

/** The answer of `assess` for the eye; the ledger's sum stands below its column. */
export function ledgerTable(answer: Record<string, unknown>): string {
  const rows = answer.rows as Record<string, Row>;
  const ledger = answer.ledger as Lines;
  const cells = Object.entries(rows).map(([id, row]) => [
    id,
    amount(row.net),
    amount(row.db2),
    amount(row.cts),
    amount(row.db3),
    row.tier,
    row.level,
    row.position,
    amount(ledger.line[id] ?? 0),
  ]);
  const sum = Object.values(ledger.line).reduce((a, b) => a + b, 0);
  cells.push(['Σ', '', '', '', amount(ledger.surplus - ledger.deficit), '', '', '', amount(sum)]);
  const widths = HEAD.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]!.length)));
  const isText = (i: number): boolean => i === 0 || (i >= 5 && i <= 7);
  const print = (row: readonly string[]): string =>
    row
      .map((cell, i) => (isText(i) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  const ratio = ledger.subsidyRatio ?? '–';
  return `${[HEAD, ...cells].map(print).join('\n')}\nsubsidy ratio ${ratio}\n`;
}

function amount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${cents < 0 ? '−' : ''}${whole}.${digits.slice(-2)}`;
}
