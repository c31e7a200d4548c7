import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type Row = Record<string, string>;

export interface CrmAccount {
  id: string;
  number: string;
  name: string;
  industry: string;
  city: string;
  territory: string;
  owner: string;
  website: string;
  since: string;
  parentId: string;
  /** Kind of customer relation the generator gave it; for the start page only, never sent to the browser. */
  profile: string;
}

export interface CrmContact {
  id: string;
  accountId: string;
  accountName: string;
  name: string;
  title: string;
  email: string;
  phone: string;
}

export interface CrmTicket {
  id: string;
  accountId: string;
  accountName: string;
  contactId: string;
  contactName: string;
  subject: string;
  status: string;
  openedOn: string;
}

export interface CrmActivity {
  occurredOn: string;
  type: string;
  minutes: number | null;
}

/** What the sample CRM shows, as its generated files say. */
export interface CrmData {
  accounts: readonly CrmAccount[];
  contacts: readonly CrmContact[];
  tickets: readonly CrmTicket[];
  /** By customer number, latest first. */
  activities: ReadonlyMap<string, readonly CrmActivity[]>;
}

/** Reads the folder that `writeCompany` has written. */
export async function readCrmData(folder: string): Promise<CrmData> {
  const [accountRows, contactRows, ticketRows, activityRows] = await Promise.all([
    readCsv(join(folder, 'crm', 'accounts.csv')),
    readCsv(join(folder, 'crm', 'contacts.csv')),
    readCsv(join(folder, 'crm', 'tickets.csv')),
    readCsv(join(folder, 'figures', 'activities.csv')),
  ]);
  const accounts = accountRows.map(
    (row): CrmAccount => ({
      id: row.crm_account_id!,
      number: row.account_id!,
      name: row.name!,
      industry: row.industry!,
      city: row.city!,
      territory: row.territory!,
      owner: row.owner!,
      website: row.website!,
      since: row.since!,
      parentId: row.parent!,
      profile: row.profile!,
    }),
  );
  const nameOf = new Map(accounts.map((one) => [one.id, one.name]));
  const contacts = contactRows.map(
    (row): CrmContact => ({
      id: row.contact_id!,
      accountId: row.crm_account_id!,
      accountName: nameOf.get(row.crm_account_id!)!,
      name: row.name!,
      title: row.title!,
      email: row.email!,
      phone: row.phone!,
    }),
  );
  const contactName = new Map(contacts.map((one) => [one.id, one.name]));
  const tickets = ticketRows.map(
    (row): CrmTicket => ({
      id: row.ticket_id!,
      accountId: row.crm_account_id!,
      accountName: nameOf.get(row.crm_account_id!)!,
      contactId: row.contact_id!,
      contactName: contactName.get(row.contact_id!)!,
      subject: row.subject!,
      status: row.status!,
      openedOn: row.opened_on!,
    }),
  );
  const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'de');
  return {
    accounts: accounts.sort(byName),
    contacts: contacts.sort(byName),
    tickets: tickets.reverse(),
    activities: groupActivities(activityRows),
  };
}

function groupActivities(rows: readonly Row[]): Map<string, CrmActivity[]> {
  const groups = new Map<string, CrmActivity[]>();
  for (const row of rows) {
    const group = groups.get(row.account_id!) ?? [];
    group.push({
      occurredOn: row.occurred_on!,
      type: row.type!,
      minutes: row.minutes === '' ? null : Number(row.minutes),
    });
    groups.set(row.account_id!, group);
  }
  for (const group of groups.values()) group.reverse();
  return groups;
}

async function readCsv(path: string): Promise<Row[]> {
  return parse(await readFile(path), { columns: true, skip_empty_lines: true });
}
