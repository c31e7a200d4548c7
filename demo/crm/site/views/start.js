import { loadSession, switchTo } from '../data.js';
import { h } from '../dom.js';

const ROLES = {
  lead: ['Team lead', 'sees both territories of the team, with amounts'],
  rep: ['Field rep', 'sees one territory, words and hours, no amounts'],
  inside: ['Inside sales', 'sees the routing hint on the badge'],
  operations: ['Sales operations', 'sees all three territories to the cent'],
};

export async function start(page) {
  const session = await loadSession();
  if (page.signal.aborted) return;
  const opened = page.main.querySelector('.start details')?.open ?? !session?.connectable;
  document.title = 'Sample CRM';
  page.main.replaceChildren(
    h(
      'section',
      { class: 'start' },
      h('h1', {}, 'Sample CRM'),
      h(
        'p',
        { class: 'lead' },
        'A stand-in for the CRM you use. Company, customers and figures are made up; Tierlens lives here as it ' +
          'would in Salesforce, HubSpot or Dynamics 365.',
      ),
      session
        ? signIn(page, session)
        : h('p', { class: 'empty' }, 'Tierlens is not running beside this CRM.'),
      session && highlights(session.highlights),
      session && byHand(session, opened),
    ),
  );
}

function signIn(page, session) {
  const status = h('p', { role: 'status', class: 'note' }, session.note);
  const choose = async (role) => {
    status.textContent = 'Switching …';
    const answer = await switchTo(role);
    page.refreshWho();
    await start(page);
    document.querySelector('.start [role=status]').textContent = answer.note;
  };
  return h(
    'section',
    {},
    h('h2', {}, 'Signed in to Tierlens as'),
    h(
      'div',
      { class: 'roles' },
      session.people.map((person) => {
        const [label, sees] = ROLES[person.role];
        const current = session.signedIn === person.role;
        return h(
          'button',
          {
            type: 'button',
            class: 'role',
            'data-role': person.role,
            'aria-pressed': String(current),
            click: () => choose(person.role),
          },
          h('b', {}, label),
          h('span', {}, person.name),
          h('small', {}, sees),
        );
      }),
    ),
    status,
  );
}

function highlights(groups) {
  if (groups.length === 0) return null;
  return h(
    'section',
    {},
    h('h2', {}, 'Accounts worth a look'),
    h(
      'ul',
      { class: 'highlights' },
      groups.map((one) =>
        h('li', {}, h('a', { href: `/accounts/${one.id}` }, one.name), h('span', { class: 'why' }, one.why)),
      ),
    ),
  );
}

function byHand(session, open) {
  const token = session.people.find((one) => one.role === session.signedIn)?.token;
  return h(
    'details',
    { open },
    h('summary', {}, 'Connect an extension you have loaded by hand'),
    h(
      'ol',
      {},
      h(
        'li',
        {},
        'Open chrome://extensions, switch on developer mode, choose “Load unpacked” and this folder: ',
        code(session.extensionFolder),
      ),
      h('li', {}, 'Open the options of Tierlens and enter this API address: ', code(session.apiUrl)),
      token && h('li', {}, 'and this access token: ', code(token)),
    ),
  );
}

function code(text) {
  return h('code', {}, text);
}
