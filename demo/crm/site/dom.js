/**
 * One element: `h('a', { href: '/x', class: 'y' }, 'text', child)`. Functions become listeners, true becomes an
 * empty attribute, false/null/undefined are left out; text is always text, never markup.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** Term and description pairs; empty values are shown as a dash. */
export function fields(pairs) {
  return h(
    'dl',
    { class: 'fields' },
    pairs.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value || '–'))),
  );
}

export function table(columns, rows, emptyText) {
  if (rows.length === 0) return h('p', { class: 'empty' }, emptyText);
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map((column) => h('th', { scope: 'col' }, column)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((cells) =>
        h(
          'tr',
          {},
          cells.map((cell) => h('td', {}, cell || '–')),
        ),
      ),
    ),
  );
}

export function date(text) {
  return text
    ? new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(`${text}T12:00`))
    : '';
}
