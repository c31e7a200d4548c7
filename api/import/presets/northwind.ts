import { firstNonDecimal, multiplyDecimals } from '../exact-decimal.ts';
import { findFiles, need } from '../find-files.ts';
import type { CsvRow } from '../read-csv.ts';
import type { Preset, Reading } from '../source.ts';
import { madeRow, reshaped, rowsOf } from './made-rows.ts';
import { northwindPeople, ownersOf } from './northwind-people.ts';

export type Table = () => ReturnType<Reading['read']>;
export interface NorthwindTables {
  customers: Table;
  employees: Table;
  employeeTerritories: Table;
  territories: Table;
  regions: Table;
  orders: Table;
  details: Table;
}

const COLUMNS = {
  'customers.csv': ['customerID', 'companyName'],
  'employees.csv': ['employeeID', 'lastName', 'firstName', 'title', 'reportsTo'],
  'employee-territories.csv': ['employeeID', 'territoryID'],
  'territories.csv': ['territoryID', 'regionID'],
  'regions.csv': ['regionID', 'regionDescription'],
  'orders.csv': ['orderID', 'customerID', 'employeeID', 'orderDate', 'freight'],
  'order-details.csv': ['orderID', 'productID', 'unitPrice', 'quantity', 'discount'],
} as const;
type FileName = keyof typeof COLUMNS;

/**
 * Microsoft's sample wholesaler: order lines are revenue and discounts, freight is a direct cost; product
 * costs are not in the data. A customer's owner is the employee of its newest order, its territory the
 * owner's region.
 */
export const northwind: Preset = async (paths, reading) => {
  const files = await findFiles(paths, Object.keys(COLUMNS));
  const table =
    (name: FileName): Table =>
    () =>
      // Addresses contain commas without quotes; all that is needed stands before them.
      reading.read(need(files, name), COLUMNS[name], 'ignored');
  const tables: NorthwindTables = {
    customers: table('customers.csv'),
    employees: table('employees.csv'),
    employeeTerritories: table('employee-territories.csv'),
    territories: table('territories.csv'),
    regions: table('regions.csv'),
    orders: table('orders.csv'),
    details: table('order-details.csv'),
  };
  reading.note(
    'Northwind has no product costs: contribution margins are revenue less discounts and freight.',
  );
  return [
    {
      kind: 'company',
      rows: () => rowsOf([madeRow('customers.csv', { name: 'Northwind', currency: 'USD' })]),
    },
    { kind: 'people', rows: () => northwindPeople(tables) },
    { kind: 'accounts', rows: () => accounts(tables) },
    {
      kind: 'money-lines',
      rows: () => lines(tables),
      columnNames: { external_id: 'orderID', amount: 'unitPrice, quantity, discount' },
    },
    {
      kind: 'money-lines',
      rows: () => freight(tables),
      columnNames: { external_id: 'orderID', booked_on: 'orderDate', amount: 'freight' },
    },
  ];
};

async function* accounts(tables: NorthwindTables): AsyncGenerator<CsvRow> {
  const owners = await ownersOf(tables);
  for await (const row of tables.customers()) {
    const { customerID = '', companyName = '' } = row.values;
    const owner = owners.get(customerID);
    yield reshaped(row, {
      account_id: customerID,
      name: companyName,
      territory: owner?.territory ?? 'Without owner',
      owner: owner?.person ?? '',
    });
  }
}

async function* lines(tables: NorthwindTables): AsyncGenerator<CsvRow> {
  const orders = new Map<string, { customer: string; day: string }>();
  for await (const { values } of tables.orders()) {
    orders.set(values.orderID ?? '', { customer: values.customerID ?? '', day: day(values.orderDate ?? '') });
  }
  for await (const row of tables.details()) {
    const { orderID = '', productID = '', unitPrice = '', quantity = '', discount = '' } = row.values;
    const order = orders.get(orderID);
    const gross = multiplyDecimals(unitPrice, quantity);
    const reduction = gross === null ? null : multiplyDecimals(gross, discount);
    // One bad number spoils both lines.
    const bad = firstNonDecimal(unitPrice, quantity, discount);
    const amount = bad ?? gross ?? '';
    const line = {
      source: 'northwind',
      account_id: order?.customer ?? '',
      booked_on: order?.day ?? '',
      currency: 'USD',
    };
    yield reshaped(row, { ...line, external_id: `${orderID}:${productID}`, kind: 'sales', amount });
    if (row.problem || reduction === null || /^0(\.0*)?$/.test(reduction)) continue;
    yield reshaped(row, {
      ...line,
      external_id: `${orderID}:${productID}:discount`,
      kind: 'discount',
      amount: reduction,
    });
  }
}

async function* freight(tables: NorthwindTables): AsyncGenerator<CsvRow> {
  for await (const row of tables.orders()) {
    const { orderID = '', customerID = '', orderDate = '', freight: amount = '' } = row.values;
    yield reshaped(row, {
      source: 'northwind',
      external_id: `${orderID}:freight`,
      account_id: customerID,
      booked_on: day(orderDate),
      kind: 'freight',
      amount,
      currency: 'USD',
    });
  }
}

/** `1996-07-04 00:00:00.000` without its time. */
function day(text: string): string {
  return text.split(' ')[0] ?? '';
}
