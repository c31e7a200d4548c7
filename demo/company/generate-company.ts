import { createAccounts } from './accounts.ts';
import { createActivities, createUnassigned } from './activities.ts';
import { type Calendar, createCalendar, MONTHS } from './calendar.ts';
import { createContacts, createTickets, crmAccountRows } from './crm-records.ts';
import { createCases, createDecisions } from './decisions.ts';
import { createMoneyLines } from './money-lines.ts';
import { PEOPLE } from './people.ts';
import { createCapacityRates, createExchangeRates } from './rates.ts';
import { createRecordKeys } from './record-keys.ts';
import type { SampleAccount } from './sample-account.ts';

/** Raise it whenever the generated files change: older data directories are then made anew. */
export const GENERATOR_VERSION = 2;
export const COMPANY_NAME = 'Rheinwerk Handel GmbH';

export type Table = readonly Record<string, string>[];

export interface SampleCompany {
  /** File name (without `.csv`) → rows; what `tierlens import` reads. */
  figures: Readonly<Record<string, Table>>;
  /** The same for what only the sample CRM shows. */
  crm: Readonly<Record<string, Table>>;
}

/**
 * A company of 600 customers with two years of figures up to `today` (`YYYY-MM-DD`).
 * The same day and seed give the same files to the byte.
 */
export function generateCompany(today: string, seed = 'rheinwerk'): SampleCompany {
  const calendar = createCalendar(today);
  const accounts = createAccounts(seed, calendar);
  const rateOf = createExchangeRates(seed);
  const activities = [
    ...accounts.flatMap((account) => createActivities(seed, calendar, account)),
    ...createUnassigned(seed, calendar),
  ];
  const contacts = createContacts(seed, accounts);
  const tickets = createTickets(seed, accounts, contacts, activities, `${calendar.month(MONTHS - 3)}-01`);
  return {
    figures: {
      company: [{ name: COMPANY_NAME, currency: 'EUR' }],
      people: PEOPLE.map(({ id, territories, ...one }) => ({
        person_id: id,
        ...one,
        territories: territories.join(';'),
      })),
      accounts: accounts.map(accountRow),
      'record-keys': createRecordKeys(seed, accounts, contacts, tickets),
      'capacity-rates': createCapacityRates(calendar, activities).map((one) => ({
        pool: one.pool,
        valid_from: one.validFrom,
        rate: one.rate,
        practical_minutes_per_month: String(one.practicalMinutes),
      })),
      'exchange-rates': exchangeRows(calendar, rateOf),
      'money-lines': accounts.flatMap((account) =>
        createMoneyLines(seed, calendar, account, rateOf).map((line) => ({
          source: 'erp',
          external_id: line.externalId,
          account_id: line.accountId,
          booked_on: line.bookedOn,
          kind: line.kind,
          amount: decimal(line.cents),
          currency: line.currency,
        })),
      ),
      activities: activities.map((one) => ({
        source: 'crm',
        external_id: one.externalId,
        account_id: one.accountId,
        occurred_on: one.occurredOn,
        type: one.type,
        count: '1',
        minutes: one.minutes === null ? '' : String(one.minutes),
        cause: one.cause,
      })),
      cases: createCases(calendar, accounts),
      decisions: createDecisions(calendar, accounts),
    },
    crm: { accounts: crmAccountRows(accounts), contacts, tickets },
  };
}

function accountRow(account: SampleAccount): Record<string, string> {
  return {
    account_id: account.id,
    name: account.name,
    territory: account.territory,
    owner: account.owner?.id ?? '',
    deputy: account.deputy?.id ?? '',
    parent: account.parent ?? '',
    since: account.since,
    potential: decimal(account.potential),
    multiplier: account.multiplierUntil ? 'yes' : 'no',
    multiplier_until: account.multiplierUntil ?? '',
    assigned_level: account.assignedLevel ?? '',
    website: account.website,
    closed_on: account.closedOn ?? '',
  };
}

function exchangeRows(calendar: Calendar, rateOf: ReturnType<typeof createExchangeRates>): Table {
  return Array.from({ length: MONTHS + 1 }, (_, month) => month).flatMap((month) =>
    (['USD', 'CHF'] as const).map((currency) => ({
      month: calendar.month(month),
      currency,
      rate: (rateOf(month, currency) / 10_000).toFixed(4),
    })),
  );
}

/** Cents as a decimal number with a point. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
