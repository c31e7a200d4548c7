// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { placeChip } from './chip-rows.ts';

/** The page with a chip put to its first link. */
function withChip(html: string): string {
  document.body.innerHTML = html;
  placeChip(document.querySelector('a') as Element, document.createElement('i'));
  return document.body.innerHTML;
}

describe('placeChip', () => {
  it('stands behind a link in a line, whatever wraps the text', () => {
    expect(withChip('<td><a>Acme</a> GmbH</td>')).toBe('<a>Acme</a><i></i> GmbH');
    expect(withChip('<p><a><span>Acme</span></a></p>')).toBe('<p><a><span>Acme</span></a><i></i></p>');
  });

  it('stands behind the name inside a link that is a whole card or row', () => {
    expect(withChip('<a><div class="card"><span>A</span><h6>Acme</h6><p>Energy</p></div></a>')).toBe(
      '<a><div class="card"><span>A</span><h6>Acme<i></i></h6><p>Energy</p></div></a>',
    );
    expect(withChip('<a class="row"><div>A</div><div>Acme</div><div>acme.example</div></a>')).toBe(
      '<a class="row"><div>A</div><div>Acme<i></i></div><div>acme.example</div></a>',
    );
  });

  it('stands behind a card in which no name is to be found', () => {
    expect(withChip('<a><div>A</div></a>')).toBe('<a><div>A</div></a><i></i>');
  });
});
