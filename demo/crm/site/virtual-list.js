import { h } from './dom.js';

const ROW_HEIGHT = 44;
/** Rows kept above and below the visible ones. */
const SPARE = 4;

/**
 * A list that holds only the rows on screen: scrolling takes row nodes from one end and fills them anew for the
 * other, so a node shows many records in its life.
 */
export function virtualList({ columns, rows, fill, signal }) {
  const pool = [];
  const body = h('div', { class: 'rows', role: 'rowgroup' });
  const spacer = h('div', { class: 'spacer' }, body);
  const scroller = h('div', {
    class: 'scroller',
    role: 'table',
    tabindex: '0',
    'aria-rowcount': rows.length,
  });
  const head = h(
    'div',
    { class: 'row head', role: 'row' },
    columns.map((column) => h('span', { role: 'columnheader' }, column)),
  );
  scroller.append(head, spacer);
  let shown = rows;
  let first = -1;

  function draw(force) {
    const from = Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - SPARE);
    const visible = Math.ceil((scroller.clientHeight || 800) / ROW_HEIGHT) + 2 * SPARE;
    if (from === first && !force && pool.length >= Math.min(visible, shown.length)) return;
    first = from;
    while (pool.length < visible) {
      const row = h('div', { class: 'row', role: 'row' });
      pool.push(row);
      body.append(row);
    }
    for (let i = 0; i < pool.length; i++) {
      const index = from + i;
      // The same node shows the same index modulo the pool's size while scrolling.
      const row = pool[index % pool.length];
      row.hidden = index >= shown.length;
      if (row.hidden) continue;
      row.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
      if (row.record !== shown[index]) {
        row.record = shown[index];
        fill(row, shown[index]);
      }
    }
  }

  function show(next) {
    shown = next;
    spacer.style.height = `${shown.length * ROW_HEIGHT}px`;
    scroller.setAttribute('aria-rowcount', shown.length);
    scroller.scrollTop = 0;
    draw(true);
  }

  scroller.addEventListener('scroll', () => requestAnimationFrame(() => draw(false)), {
    passive: true,
    signal,
  });
  const resized = new ResizeObserver(() => draw(true));
  resized.observe(scroller);
  signal.addEventListener('abort', () => resized.disconnect());
  show(rows);
  return { element: scroller, show };
}

/** Puts texts and links into a row's cells, making the cells once and reusing them afterwards. */
export function fillCells(row, values) {
  while (row.children.length < values.length) row.append(h('span', { role: 'cell' }));
  values.forEach((value, index) => {
    const cell = row.children[index];
    if (typeof value === 'string') {
      cell.textContent = value;
      return;
    }
    let link = cell.querySelector('a');
    if (!link) {
      link = h('a');
      cell.replaceChildren(link);
    }
    link.setAttribute('href', value.href);
    link.textContent = value.text;
  });
}
