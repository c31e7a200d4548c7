import type { Activity } from './activities.ts';
import { inventPerson, slug } from './names.ts';
import { createRandom } from './random.ts';
import type { SampleAccount } from './sample-account.ts';

type Row = Record<string, string>;

const TITLES = ['Purchasing', 'Head of purchasing', 'Managing director', 'Production manager', 'Maintenance'];
const SUBJECTS = [
  'Delivery date of the last order',
  'Invoice does not match the order',
  'Spare part for the conveyor',
  'Wrong article delivered',
  'Data sheet requested',
  'Complaint about packaging',
  'Price list for next year',
  'Change of delivery address',
  'Credit note outstanding',
  'Question about compatibility',
];

/** Contacts, one to four of each account, as the sample CRM shows them. */
export function createContacts(seed: string, accounts: readonly SampleAccount[]): Row[] {
  let number = 70_000;
  return accounts.flatMap((account) => {
    const random = createRandom(`${seed}:contacts:${account.id}`);
    return Array.from({ length: random.int(1, 4) }, (_, index) => {
      number += 3;
      const name = inventPerson(random, account.country);
      return {
        contact_id: String(number),
        crm_account_id: account.crmId,
        name,
        title: TITLES[(index + random.int(0, 4)) % TITLES.length]!,
        email: `${slug(name).replaceAll('-', '.')}@${new URL(account.website).hostname.replace('www.', '')}`,
        phone: `+49 30 23125 ${random.int(200, 999)}`,
      };
    });
  });
}

/** Tickets of the last four months: one for each ticket activity, the latest of them still open. */
export function createTickets(
  seed: string,
  accounts: readonly SampleAccount[],
  contacts: readonly Row[],
  activities: readonly Activity[],
  since: string,
): Row[] {
  const random = createRandom(`${seed}:tickets`);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const contactsOf = new Map<string, Row[]>();
  for (const contact of contacts) {
    const key = contact.crm_account_id!;
    contactsOf.set(key, [...(contactsOf.get(key) ?? []), contact]);
  }
  const recent = activities
    .filter((one) => one.type === 'ticket' && one.accountId !== '' && one.occurredOn >= since)
    .sort((a, b) => (a.occurredOn + a.externalId < b.occurredOn + b.externalId ? -1 : 1));
  return recent.map((one, index) => {
    const account = byId.get(one.accountId)!;
    const latest = index >= recent.length - 45;
    return {
      ticket_id: String(410_200 + index),
      crm_account_id: account.crmId,
      contact_id: random.pick(contactsOf.get(account.crmId)!).contact_id!,
      subject: random.pick(SUBJECTS),
      status: latest ? random.pick(['Open', 'Open', 'Waiting']) : 'Closed',
      opened_on: one.occurredOn,
    };
  });
}

/** Accounts as the sample CRM shows them: nothing of tiers or money. */
export function crmAccountRows(accounts: readonly SampleAccount[]): Row[] {
  const crmIds = new Map(accounts.map((account) => [account.id, account.crmId]));
  return accounts.map((account) => ({
    crm_account_id: account.crmId,
    account_id: account.id,
    name: account.name,
    industry: account.industry,
    city: account.city,
    territory: account.territory,
    owner: account.owner?.name ?? '',
    website: account.website,
    parent: account.parent ? crmIds.get(account.parent)! : '',
    since: account.since,
    profile: account.profile,
  }));
}
