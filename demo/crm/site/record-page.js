import { h } from './dom.js';

/** The header of a record comes from a slower service than its body. */
const HEADER_DELAY = [150, 600];
/** And is drawn anew when the record has been refreshed. */
const REFRESH_AFTER = [1_200, 2_600];
const REFRESH_EVERY = 20_000;

/**
 * The frame of a record page. From one record of a kind to the next the old header stays until the new one
 * has arrived, as single-page CRMs do; `header()` makes the header's content anew on each refresh.
 */
export function recordPage({ main, signal }, kind, header, body) {
  let section = main.querySelector(`:scope > section.record[data-kind="${kind}"]`);
  if (!section) {
    section = h(
      'section',
      { class: 'record', 'data-kind': kind },
      h('header', { class: 'record-header loading', 'aria-busy': 'true' }, h('span', { class: 'bone' })),
      h('div', { class: 'record-body' }),
    );
    main.replaceChildren(section);
  }
  section.querySelector('.record-body').replaceChildren(...body);

  const draw = () => {
    if (signal.aborted) return;
    section
      .querySelector('.record-header')
      .replaceWith(h('header', { class: 'record-header' }, header(draw)));
  };
  after(between(HEADER_DELAY), signal, () => {
    draw();
    after(between(REFRESH_AFTER), signal, function refresh() {
      draw();
      after(REFRESH_EVERY, signal, refresh);
    });
  });
}

function after(ms, signal, run) {
  const timer = setTimeout(run, ms);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

function between([low, high]) {
  return low + Math.random() * (high - low);
}
