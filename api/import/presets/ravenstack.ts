import { addMonths } from '../../../lib/util/month.ts';
import { UserError } from '../../user-error.ts';
import { findFiles, need } from '../find-files.ts';
import type { CsvRow } from '../read-csv.ts';
import type { Preset, Reading } from '../source.ts';
import { madeRow, reshaped, rowsOf } from './made-rows.ts';

const ACCOUNTS = 'ravenstack_accounts.csv';
const SUBSCRIPTIONS = 'ravenstack_subscriptions.csv';
const TICKETS = 'ravenstack_support_tickets.csv';
const CHURN = 'ravenstack_churn_events.csv';
const POOL = 'inside';

type Rows = () => ReturnType<Reading['read']>;

/**
 * A synthetic software vendor: the revenue of a month is the sum of `mrr_amount` of the subscriptions that
 * cover its first day (no trials, end dates inclusive), each ticket is care by inside sales. Refunds become
 * credit notes only where the file of churn events is named; a folder's is left out.
 */
export const ravenstack: Preset = async (paths, reading) => {
  const files = await findFiles(paths, [ACCOUNTS, SUBSCRIPTIONS, TICKETS]);
  const read =
    (name: string, columns: readonly string[]): Rows =>
    () =>
      reading.read(need(files, name), columns);
  const accounts = read(ACCOUNTS, ['account_id', 'account_name', 'country', 'signup_date']);
  const subscriptions = read(SUBSCRIPTIONS, [
    'subscription_id',
    'account_id',
    'start_date',
    'end_date',
    'mrr_amount',
    'is_trial',
  ]);
  const tickets = read(TICKETS, ['ticket_id', 'account_id', 'submitted_at']);
  const churn = files.has(CHURN)
    ? [read(CHURN, ['churn_event_id', 'account_id', 'churn_date', 'refund_amount_usd'])]
    : [];
  const columnNames = { external_id: 'subscription_id', booked_on: 'start_date', amount: 'mrr_amount' };
  return [
    { kind: 'company', rows: () => rowsOf([madeRow(ACCOUNTS, { name: 'RavenStack', currency: 'USD' })]) },
    {
      kind: 'accounts',
      rows: () => accountRows(accounts),
      columnNames: { name: 'account_name', territory: 'country', since: 'signup_date' },
    },
    { kind: 'capacity-rates', rows: () => capacityRates(tickets, reading) },
    { kind: 'money-lines', rows: () => revenue(subscriptions), columnNames },
    ...churn.map((rows) => ({
      kind: 'money-lines' as const,
      rows: () => refunds(rows),
      columnNames: { external_id: 'churn_event_id', booked_on: 'churn_date', amount: 'refund_amount_usd' },
    })),
    {
      kind: 'activities',
      rows: () => care(tickets),
      columnNames: { external_id: 'ticket_id', occurred_on: 'submitted_at' },
    },
  ];
};

async function* accountRows(rows: Rows): AsyncGenerator<CsvRow> {
  for await (const row of rows()) {
    const {
      account_id = '',
      account_name: name = '',
      country: territory = '',
      signup_date: since = '',
    } = row.values;
    yield reshaped(row, { account_id, name, territory, since });
  }
}

/** The files price no work: the policy's planned rate stands in, said aloud, from the first ticket on. */
async function* capacityRates(tickets: Rows, reading: Reading): AsyncGenerator<CsvRow> {
  let first: string | null = null;
  for await (const { values, problem } of tickets()) {
    const day = values.submitted_at ?? '';
    if (!problem && (first === null || day < first)) first = day;
  }
  if (first === null) return;
  const rate = reading.plannedRate(POOL);
  if (rate === null)
    throw new UserError(`The policy has no pool ${POOL}, which the preset ravenstack needs.`);
  reading.note(
    `The files contain no capacity rates: tickets are priced at the policy's planned rate of ${rate} an hour.`,
  );
  yield madeRow(TICKETS, { pool: POOL, valid_from: first, rate });
}

async function* revenue(rows: Rows): AsyncGenerator<CsvRow> {
  const last = await lastMonth(rows);
  for await (const row of rows()) {
    const { subscription_id, account_id = '', start_date = '', end_date = '', mrr_amount = '' } = row.values;
    const line = { source: 'ravenstack', account_id, kind: 'sales', amount: mrr_amount, currency: 'USD' };
    if (row.problem || !isDay(start_date) || (end_date !== '' && !isDay(end_date))) {
      yield reshaped(row, {
        ...line,
        external_id: subscription_id ?? '',
        booked_on: isDay(start_date) ? end_date : start_date,
      });
      continue;
    }
    if (row.values.is_trial === 'True') continue;
    for (let month = firstCovered(start_date); month <= last; month = addMonths(month, 1)) {
      const day = `${month}-01`;
      if (end_date !== '' && day > end_date) break;
      yield reshaped(row, { ...line, external_id: `${subscription_id}:${month}`, booked_on: day });
    }
  }
}

/** Open subscriptions run until the newest date of the file. */
async function lastMonth(rows: Rows): Promise<string> {
  let last = '';
  for await (const { values } of rows()) {
    for (const day of [values.start_date ?? '', values.end_date ?? ''])
      if (isDay(day) && day > last) last = day;
  }
  return last.slice(0, 7);
}

/** First month whose first day lies at or after the start. */
function firstCovered(start: string): string {
  return start.endsWith('-01') ? start.slice(0, 7) : addMonths(start.slice(0, 7), 1);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

async function* refunds(rows: Rows): AsyncGenerator<CsvRow> {
  for await (const row of rows()) {
    const {
      churn_event_id = '',
      account_id = '',
      churn_date = '',
      refund_amount_usd: amount = '',
    } = row.values;
    if (/^0*(\.0*)?$/.test(amount)) continue;
    const line = { source: 'ravenstack', account_id, kind: 'credit_note', currency: 'USD' };
    yield reshaped(row, { ...line, external_id: churn_event_id, booked_on: churn_date, amount });
  }
}

async function* care(rows: Rows): AsyncGenerator<CsvRow> {
  for await (const row of rows()) {
    const { ticket_id = '', account_id = '', submitted_at = '' } = row.values;
    yield reshaped(row, {
      source: 'ravenstack',
      external_id: ticket_id,
      account_id,
      occurred_on: submitted_at,
      type: 'ticket',
      count: '1',
      cause: 'customer',
    });
  }
}
