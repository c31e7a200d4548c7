// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchAnchor } from './watch-anchor.ts';

const onChange = vi.fn();
let heading: HTMLElement;
let stop = new AbortController();

beforeEach(() => {
  stop.abort();
  stop = new AbortController();
  onChange.mockReset();
  document.body.innerHTML =
    '<main><header><h1><span>Adler</span></h1></header><table><tbody><tr><td>1</td></tr></tbody></table></main>';
  heading = document.querySelector('h1') as HTMLElement;
  watchAnchor({ element: heading, heading: 'Adler', region: document.body }, onChange, stop.signal);
});

const told = async () => {
  await Promise.resolve();
  return onChange.mock.calls.length;
};
const one = (selector: string) => document.querySelector(selector) as HTMLElement;

describe('a heading that is watched', () => {
  it.each<[string, () => void]>([
    ['its text changes', () => (one('h1 span').firstChild as Text).replaceData(0, 5, 'Bergmann')],
    ['it is replaced', () => heading.replaceWith(document.createElement('h1'))],
    ['what holds it is taken out', () => one('main').remove()],
    ['something beside it goes', () => one('header').append(document.createElement('b'))],
  ])('tells when %s', async (_, change) => {
    change();
    expect(await told()).toBe(1);
  });

  it('does not tell what happens elsewhere in its region', async () => {
    one('td').textContent = '2';
    one('tbody').append(document.createElement('tr'));
    one('td').className = 'new';
    expect(await told()).toBe(0);
  });
});
