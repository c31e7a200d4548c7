import { load } from '../data.js';
import { date, fields, h } from '../dom.js';
import { recordPage } from '../record-page.js';

export async function ticket(page, id) {
  const one = await load(`tickets/${id}`, page.signal);
  if (page.signal.aborted) return;
  if (!one) {
    page.main.replaceChildren(h('p', { class: 'empty' }, 'This ticket does not exist or was deleted.'));
    return;
  }
  document.title = `${one.subject} · Sample CRM`;
  const header = () => [
    h('span', { class: 'kind' }, `Ticket ${one.id}`),
    h('h1', { class: 'record-name' }, one.subject),
    h('a', { class: 'parent-account', href: `/accounts/${one.accountId}` }, one.accountName),
    h('span', { class: 'grow' }),
    h('span', { class: `status ${one.status.toLowerCase()}` }, one.status),
  ];
  recordPage(page, 'ticket', header, [
    h(
      'div',
      { class: 'cards' },
      h(
        'section',
        {},
        h('h2', {}, 'Details'),
        fields([
          ['Opened', date(one.openedOn)],
          ['Status', one.status],
          ['Contact', h('a', { href: `/contacts/${one.contactId}` }, one.contactName)],
        ]),
      ),
    ),
  ]);
}
