import { load } from '../data.js';
import { fields, h } from '../dom.js';
import { recordPage } from '../record-page.js';

export async function contact(page, id) {
  const one = await load(`contacts/${id}`, page.signal);
  if (page.signal.aborted) return;
  if (!one) {
    page.main.replaceChildren(h('p', { class: 'empty' }, 'This contact does not exist or was deleted.'));
    return;
  }
  document.title = `${one.name} · Sample CRM`;
  const header = () => [
    h('span', { class: 'kind' }, 'Contact'),
    h('h1', { class: 'record-name' }, one.name),
    h('a', { class: 'parent-account', href: `/accounts/${one.accountId}` }, one.accountName),
    h('span', { class: 'grow' }),
    h('a', { class: 'button', href: `mailto:${one.email}` }, 'Write'),
  ];
  recordPage(page, 'contact', header, [
    h(
      'div',
      { class: 'cards' },
      h(
        'section',
        {},
        h('h2', {}, 'Details'),
        fields([
          ['Title', one.title],
          ['E-mail', one.email],
          ['Phone', one.phone],
        ]),
      ),
    ),
  ]);
}
