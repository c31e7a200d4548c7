import { load } from '../data.js';
import { date, fields, h, table } from '../dom.js';
import { recordPage } from '../record-page.js';

const TABS = [
  ['', 'Overview'],
  ['activities', 'Activities'],
  ['contacts', 'Contacts'],
  ['tickets', 'Tickets'],
];
const TYPES = { visit: 'Visit', call: 'Call', video: 'Video call', ticket: 'Ticket', review: 'Review' };
const followed = new Set();

export async function account(page, id, tab = '') {
  const one = await load(`accounts/${id}`, page.signal);
  if (page.signal.aborted) return;
  if (!one) {
    page.main.replaceChildren(h('p', { class: 'empty' }, 'This account does not exist or was deleted.'));
    return;
  }
  document.title = `${one.name} · Sample CRM`;
  const header = (redraw) => [
    h('span', { class: 'kind' }, 'Account'),
    h('h1', { class: 'record-name' }, one.name),
    h('span', { class: 'grow' }),
    h(
      'button',
      {
        type: 'button',
        'aria-pressed': String(followed.has(id)),
        click: () => {
          if (!followed.delete(id)) followed.add(id);
          redraw();
        },
      },
      followed.has(id) ? 'Following' : 'Follow',
    ),
    h('a', { class: 'button', href: one.website, target: '_blank', rel: 'noreferrer' }, 'Website'),
  ];
  recordPage(page, 'account', header, [tabs(id, tab), content(one, tab)]);
}

function tabs(id, current) {
  return h(
    'nav',
    { class: 'tabs', 'aria-label': 'Account' },
    TABS.map(([tab, label]) =>
      h(
        'a',
        { href: `/accounts/${id}${tab && `/${tab}`}`, 'aria-current': tab === current ? 'page' : null },
        label,
      ),
    ),
  );
}

function content(one, tab) {
  if (tab === 'activities') {
    return table(
      ['Date', 'Type', 'Duration'],
      one.activities.map((item) => [
        date(item.occurredOn),
        TYPES[item.type] ?? item.type,
        item.minutes ? `${item.minutes} min` : '',
      ]),
      'No activities have been recorded.',
    );
  }
  if (tab === 'contacts') {
    return table(
      ['Name', 'Title', 'E-mail', 'Phone'],
      one.contacts.map((item) => [
        h('a', { href: `/contacts/${item.id}` }, item.name),
        item.title,
        item.email,
        item.phone,
      ]),
      'No contacts.',
    );
  }
  if (tab === 'tickets') {
    return table(
      ['Subject', 'Status', 'Opened'],
      one.tickets.map((item) => [
        h('a', { href: `/tickets/${item.id}` }, item.subject),
        item.status,
        date(item.openedOn),
      ]),
      'No tickets in the last months.',
    );
  }
  return overview(one);
}

function overview(one) {
  const link = (other) => h('a', { href: `/accounts/${other.id}` }, other.name);
  return h(
    'div',
    { class: 'cards' },
    h(
      'section',
      {},
      h('h2', {}, 'Details'),
      fields([
        ['Customer number', one.number],
        ['Industry', one.industry],
        ['City', one.city],
        ['Territory', one.territory],
        ['Owner', one.owner],
        ['Customer since', date(one.since)],
      ]),
    ),
    h(
      'section',
      {},
      h('h2', {}, 'Group'),
      fields([
        ['Parent company', one.parent && link(one.parent)],
        [
          'Subsidiaries',
          one.subsidiaries.length > 0 &&
            h(
              'ul',
              {},
              one.subsidiaries.map((other) => h('li', {}, link(other))),
            ),
        ],
      ]),
    ),
    h(
      'section',
      {},
      h('h2', {}, 'Latest activities'),
      table(
        ['Date', 'Type'],
        one.activities.slice(0, 5).map((item) => [date(item.occurredOn), TYPES[item.type] ?? item.type]),
        'No activities have been recorded.',
      ),
    ),
  );
}
