import type { CrmAccount, CrmData } from './crm-data.ts';

/** Most hits of a kind in a search. */
const MAX_HITS = 25;

/** What `/data/…` of the sample CRM answers, or null where there is no such record. */
export function createAnswers(data: CrmData): (path: string, query: URLSearchParams) => unknown {
  const accounts = new Map(data.accounts.map((one) => [one.id, one]));
  const publicAccounts = data.accounts.map(({ profile: _, ...one }) => one);
  const link = (one: CrmAccount): { id: string; name: string } => ({ id: one.id, name: one.name });

  const account = (id: string): unknown => {
    const one = accounts.get(id);
    if (!one) return null;
    const { profile: _, ...shown } = one;
    const parent = accounts.get(one.parentId);
    return {
      ...shown,
      parent: parent ? link(parent) : null,
      subsidiaries: data.accounts.filter((other) => other.parentId === id).map(link),
      activities: data.activities.get(one.number) ?? [],
      contacts: data.contacts.filter((other) => other.accountId === id),
      tickets: data.tickets.filter((other) => other.accountId === id),
    };
  };

  const search = (text: string): unknown => {
    const wanted = text.trim().toLocaleLowerCase('de');
    const has = (...fields: string[]): boolean =>
      wanted !== '' && fields.some((field) => field.toLocaleLowerCase('de').includes(wanted));
    return {
      accounts: publicAccounts.filter((one) => has(one.name, one.number, one.city)).slice(0, MAX_HITS),
      contacts: data.contacts.filter((one) => has(one.name, one.email)).slice(0, MAX_HITS),
      tickets: data.tickets.filter((one) => has(one.id, one.subject)).slice(0, MAX_HITS),
    };
  };

  return (path, query) => {
    const [kind, id] = path.split('/');
    if (id === undefined) {
      if (kind === 'accounts') return publicAccounts;
      if (kind === 'contacts') return data.contacts;
      if (kind === 'tickets') return data.tickets;
      if (kind === 'search') return search(query.get('q') ?? '');
      return null;
    }
    if (kind === 'accounts') return account(id);
    if (kind === 'contacts') return data.contacts.find((one) => one.id === id) ?? null;
    if (kind === 'tickets') return data.tickets.find((one) => one.id === id) ?? null;
    return null;
  };
}
