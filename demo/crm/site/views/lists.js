import { load } from '../data.js';
import { date, h } from '../dom.js';
import { fillCells, virtualList } from '../virtual-list.js';

export async function accounts(page) {
  const rows = await load('accounts', page.signal);
  await listPage(page, {
    title: 'Accounts',
    rows,
    columns: ['Name', 'City', 'Industry', 'Territory', 'Owner', 'Customer since'],
    cells: (one) => [
      { href: `/accounts/${one.id}`, text: one.name },
      one.city,
      one.industry,
      one.territory,
      one.owner || '–',
      date(one.since),
    ],
    filter: { label: 'Territory', of: (one) => one.territory },
  });
}

export async function contacts(page) {
  const rows = await load('contacts', page.signal);
  await listPage(page, {
    title: 'Contacts',
    rows,
    columns: ['Name', 'Title', 'Account', 'E-mail', 'Phone'],
    cells: (one) => [
      { href: `/contacts/${one.id}`, text: one.name },
      one.title,
      { href: `/accounts/${one.accountId}`, text: one.accountName },
      one.email,
      one.phone,
    ],
    filter: { label: 'Title', of: (one) => one.title },
  });
}

export async function tickets(page) {
  const rows = await load('tickets', page.signal);
  await listPage(page, {
    title: 'Tickets',
    rows,
    columns: ['Subject', 'Status', 'Account', 'Opened'],
    cells: (one) => [
      { href: `/tickets/${one.id}`, text: one.subject },
      one.status,
      { href: `/accounts/${one.accountId}`, text: one.accountName },
      date(one.openedOn),
    ],
    filter: { label: 'Status', of: (one) => one.status },
  });
}

function listPage({ main, signal }, { title, rows, columns, cells, filter }) {
  if (signal.aborted) return;
  document.title = `${title} · Sample CRM`;
  const count = h('span', { class: 'count' });
  const list = virtualList({ columns, rows, fill: (row, one) => fillCells(row, cells(one)), signal });
  list.element.style.setProperty('--columns', columns.length);
  const show = (shown) => {
    count.textContent = String(shown.length);
    list.show(shown);
  };
  const values = [...new Set(rows.map(filter.of))].sort();
  const select = h(
    'select',
    {
      'aria-label': filter.label,
      change: () => show(rows.filter((one) => !select.value || filter.of(one) === select.value)),
    },
    h('option', { value: '' }, `${filter.label}: all`),
    values.map((value) => h('option', { value }, value)),
  );
  main.replaceChildren(
    h('section', { class: 'list' }, h('header', {}, h('h1', {}, title), count, select), list.element),
  );
  show(rows);
}
