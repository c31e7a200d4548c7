import { load } from '../data.js';
import { h } from '../dom.js';

/** Tasks of this page load: the sample server takes nothing. */
const saved = [];

/** A form for a new task about an account, `?account=…`, as CRMs have one. */
export async function newTask({ main, signal }) {
  const id = new URLSearchParams(location.search).get('account') ?? '';
  const one = id && (await load(`accounts/${encodeURIComponent(id)}`, signal));
  if (signal.aborted) return;
  document.title = 'New task · Sample CRM';
  const list = h('ul', { class: 'tasks', 'aria-live': 'polite' });
  const show = () =>
    list.replaceChildren(...saved.map((text) => h('li', {}, `Saved until you close the tab: ${text}`)));
  const form = h(
    'form',
    {
      class: 'task',
      submit: (event) => {
        event.preventDefault();
        saved.push(new FormData(form).get('text').trim().split('\n')[0]);
        form.reset();
        show();
      },
    },
    h('h1', {}, 'New task'),
    one ? h('p', {}, 'About ', h('a', { href: `/accounts/${one.id}` }, one.name)) : null,
    h('label', {}, 'Task', h('textarea', { name: 'text', rows: '14', required: true, autofocus: true })),
    h('p', {}, h('button', { type: 'submit' }, 'Save')),
    list,
  );
  main.replaceChildren(form);
  show();
  form.querySelector('textarea').focus();
}
