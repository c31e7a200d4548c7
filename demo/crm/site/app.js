import { loadSession } from './data.js';
import { h } from './dom.js';
import { account } from './views/account.js';
import { contact } from './views/contact.js';
import { accounts, contacts, tickets } from './views/lists.js';
import { search } from './views/search.js';
import { start } from './views/start.js';
import { newTask } from './views/task.js';
import { ticket } from './views/ticket.js';

const ROUTES = [
  [/^\/$/, start],
  [/^\/accounts$/, accounts],
  [/^\/accounts\/([\w-]+)(?:\/(activities|contacts|tickets))?$/, account],
  [/^\/contacts$/, contacts],
  [/^\/contacts\/([\w-]+)$/, contact],
  [/^\/tickets$/, tickets],
  [/^\/tickets\/([\w-]+)$/, ticket],
  [/^\/search$/, search],
  [/^\/tasks\/new$/, newTask],
];

const main = document.querySelector('main');
let leaving = new AbortController();

/** Draws the view of the current address; the view before is told to stop. */
async function render() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const path = location.pathname.replace(/(.)\/$/, '$1');
  markNavigation(path);
  for (const [pattern, view] of ROUTES) {
    const found = pattern.exec(path);
    if (!found) continue;
    try {
      await view({ main, signal, navigate, refreshWho: showWho }, ...found.slice(1));
    } catch (error) {
      if (!signal.aborted)
        main.replaceChildren(h('p', { class: 'empty', role: 'alert' }, String(error.message)));
    }
    return;
  }
  main.replaceChildren(h('p', { class: 'empty' }, 'There is no such page.'));
}

function navigate(url) {
  if (new URL(url, location.href).href !== location.href) history.pushState(null, '', url);
  main.scrollTop = 0;
  render();
}

function markNavigation(path) {
  for (const link of document.querySelectorAll('[data-nav]')) {
    const current = path.startsWith(`/${link.dataset.nav}`);
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

async function showWho() {
  const session = await loadSession();
  const who = document.querySelector('.who');
  const person = session?.people.find((one) => one.role === session.signedIn);
  who.hidden = !person;
  if (person) who.textContent = person.name;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target) return;
  if (link.origin !== location.origin) return;
  event.preventDefault();
  navigate(link.href);
});

document.querySelector('form.search').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = new FormData(event.target).get('q').trim();
  if (text) navigate(`/search?q=${encodeURIComponent(text)}`);
});

addEventListener('popstate', render);
render();
showWho();
