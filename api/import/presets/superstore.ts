import { UserError } from '../../user-error.ts';
import { firstNonDecimal, subtractDecimals } from '../exact-decimal.ts';
import { findFiles } from '../find-files.ts';
import type { CsvRow } from '../read-csv.ts';
import type { Preset, Reading } from '../source.ts';
import { madeRow, reshaped, rowsOf } from './made-rows.ts';

const NAME = 'Superstore.csv';
const COLUMNS = ['Row ID', 'Order Date', 'Customer ID', 'Customer Name', 'Region', 'Sales', 'Profit'];

/**
 * Tableau's sample orders: one revenue line (Sales) and one product-cost line (Sales − Profit) per row, whose
 * natural key is the Row ID. A customer belongs to the region of its newest order.
 */
export const superstore: Preset = async (paths, reading) => {
  const files = [...(await findFiles(paths, [NAME])).values()];
  const [path] = files;
  if (path === undefined || files.length > 1)
    throw new UserError(`The preset superstore reads one file, ${NAME}.`);
  const rows = () => reading.read(path, COLUMNS);
  return [
    { kind: 'company', rows: () => rowsOf([madeRow(NAME, { name: 'Superstore', currency: 'USD' })]) },
    {
      kind: 'accounts',
      rows: () => accounts(rows()),
      columnNames: { account_id: 'Customer ID', name: 'Customer Name', territory: 'Region' },
    },
    {
      kind: 'money-lines',
      rows: () => lines(rows()),
      columnNames: {
        external_id: 'Row ID',
        account_id: 'Customer ID',
        booked_on: 'Order Date',
        amount: 'Sales, Profit',
      },
    },
  ];
};

async function* accounts(rows: ReturnType<Reading['read']>): AsyncGenerator<CsvRow> {
  const newest = new Map<string, { ordered: string; row: CsvRow }>();
  for await (const row of rows) {
    if (row.problem) continue;
    const id = row.values['Customer ID'] ?? '';
    const ordered = isoDate(row.values['Order Date'] ?? '');
    const known = newest.get(id);
    if (!known || ordered > known.ordered) newest.set(id, { ordered, row });
  }
  for (const [id, { row }] of newest) {
    const { 'Customer Name': name = '', Region: territory = '' } = row.values;
    yield reshaped(row, { account_id: id, name, territory });
  }
}

async function* lines(rows: ReturnType<Reading['read']>): AsyncGenerator<CsvRow> {
  for await (const row of rows) {
    const { 'Row ID': id = '', Sales: sales = '', Profit: profit = '' } = row.values;
    const line = {
      source: 'superstore',
      account_id: row.values['Customer ID'] ?? '',
      booked_on: isoDate(row.values['Order Date'] ?? ''),
      currency: 'USD',
    };
    const cost = subtractDecimals(sales, profit);
    // One bad number spoils both lines: revenue without its cost would be worse than none.
    const amount = cost === null ? (firstNonDecimal(sales, profit) ?? '') : sales;
    yield reshaped(row, { ...line, external_id: `${id}:sales`, kind: 'sales', amount });
    if (row.problem || cost === null) continue;
    yield reshaped(row, { ...line, external_id: `${id}:product-cost`, kind: 'product_cost', amount: cost });
  }
}

/** M/D/YYYY as YYYY-MM-DD; anything else unchanged, so that the check of dates names it. */
function isoDate(text: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
