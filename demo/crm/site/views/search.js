import { load } from '../data.js';
import { h, table } from '../dom.js';

export async function search({ main, signal }) {
  const text = new URLSearchParams(location.search).get('q') ?? '';
  const found = await load(`search?q=${encodeURIComponent(text)}`, signal);
  if (signal.aborted) return;
  document.title = `${text} · Search · Sample CRM`;
  const nothing = found.accounts.length + found.contacts.length + found.tickets.length === 0;
  main.replaceChildren(
    h(
      'section',
      { class: 'results' },
      h('h1', {}, nothing ? `Nothing found for “${text}”` : `Results for “${text}”`),
      group('Accounts', ['Name', 'City', 'Owner'], found.accounts, (one) => [
        h('a', { href: `/accounts/${one.id}` }, one.name),
        one.city,
        one.owner,
      ]),
      group('Contacts', ['Name', 'Account'], found.contacts, (one) => [
        h('a', { href: `/contacts/${one.id}` }, one.name),
        h('a', { href: `/accounts/${one.accountId}` }, one.accountName),
      ]),
      group('Tickets', ['Subject', 'Status', 'Account'], found.tickets, (one) => [
        h('a', { href: `/tickets/${one.id}` }, one.subject),
        one.status,
        h('a', { href: `/accounts/${one.accountId}` }, one.accountName),
      ]),
    ),
  );
}

function group(title, columns, rows, cells) {
  if (rows.length === 0) return null;
  return h('section', {}, h('h2', {}, title), table(columns, rows.map(cells), ''));
}
