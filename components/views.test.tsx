// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it, vi } from 'vitest';
import { NOW } from '../tests/gallery/fixtures.ts';
import { VIEWS } from '../tests/gallery/views.tsx';
import { I18nProvider } from './shared/i18n-context.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// jsdom has no layout to scroll.
Element.prototype.scrollIntoView = () => {};
// Nor does it paint: every ground counts as white.
vi.stubGlobal(
  'OffscreenCanvas',
  class {
    getContext = () => null;
  },
);

/** A view as markup with all its rows open: what is behind them is drawn when they open. */
function draw(name: string, language: 'de' | 'en'): string {
  const host = document.createElement('div');
  const root = createRoot(host);
  act(() =>
    root.render(
      <I18nProvider language={language} currency="EUR" now={NOW}>
        {VIEWS[name]?.node}
      </I18nProvider>,
    ),
  );
  act(() => {
    for (const row of host.querySelectorAll('details')) {
      row.open = true;
      row.dispatchEvent(new Event('toggle'));
    }
  });
  const markup = host.innerHTML.replaceAll('&nbsp;', ' ').replaceAll('\u00a0', ' ');
  act(() => root.unmount());
  return markup;
}
const words = (markup: string) => markup.replace(/<[^>]+>/g, ' ');

/** All but the one that is nothing but sealed glyphs, whose words are not in the markup. */
const worded = Object.keys(VIEWS).filter((name) => name !== 'page-tiers');

describe.each(worded)('%s', (name) => {
  it.each(['de', 'en'] as const)('reads as sentences in %s', (language) => {
    const text = words(draw(name, language));
    expect(text.trim()).not.toBe('');
    expect(text, 'a placeholder without its value').not.toMatch(/\{\w+\}/);
    expect(text, 'a key without its message').not.toMatch(/\b(state|line|step|why|panel|error)\.[a-z]/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('what is shown to whom', () => {
  const banned = /DB I|Ausgleich|\bpool\b|subsid|structural|strukturell|withheld|€/i;

  it.each(['panel-carried', 'panel-inside-through', 'panel-review', 'popup-rep', 'card-carried', 'card-due'])(
    '%s has neither amounts nor terms of the ledger',
    (name) => {
      for (const language of ['de', 'en'] as const) expect(words(draw(name, language))).not.toMatch(banned);
    },
  );

  it('a lead reads amounts to ten, operations to the cent', () => {
    const lead = words(draw('panel-due-lead', 'en'));
    expect(lead).toContain('A: 38,400 € contribution before care (B from 3,000 €, A from 20,000 €)');
    expect(lead).toContain('Pays 2,910 € into the pool that carries others.');
    expect(lead).toContain('A visit costs 270.00 €; 840.00 € of care are left this year.');
    const operations = words(draw('panel-carried-operations', 'de'));
    expect(operations).toContain('Der Ausgleich trägt diesen Kunden mit 2.250,00 €.');
    expect(operations).toContain('Wäre alle Betreuung erfasst: −3.000,00 €');
  });

  it('an account without a statement never reads as carrying others', () => {
    for (const language of ['de', 'en'] as const) {
      expect(words(draw('panel-open-lead', language))).not.toMatch(
        /into the pool|in den Ausgleich|Carries others|Trägt andere/,
      );
    }
  });

  it('with the sign off nobody reads who carries whom', () => {
    for (const language of ['de', 'en'] as const) {
      expect(words(draw('panel-no-sign', language))).not.toMatch(
        /mitgetragen|trägt|carried|carries|breaks even/i,
      );
    }
  });

  it('discreet mode shows no customer, not even by name', () => {
    for (const name of ['panel-discreet', 'popup-discreet']) {
      expect(draw(name, 'en')).not.toMatch(/Delta|Adler|Carries|Best customers/);
    }
  });

  it('a lead may switch for the team, others may not; locked toggles are disabled', () => {
    expect(draw('popup-lead', 'en')).toContain('Just me (coaching)');
    const rep = draw('popup-none', 'en');
    expect(rep).not.toContain('coaching');
    expect(words(rep)).toContain('Locked for the team by Miriam Vogt, until 31 Dec 2026');
    expect(rep).toMatch(/aria-label="Sign"[^>]*disabled/);
    expect(rep, 'no right to amounts, hence no toggle').not.toContain('aria-label="Money"');
  });

  it('inside sales reads whom to call', () => {
    const markup = draw('panel-inside-through', 'de');
    expect(markup).toContain('href="tel:+492215550117"');
    expect(words(markup)).toContain('Petra Kern anrufen');
  });

  it('errors come in words', () => {
    expect(words(draw('panel-signed-out', 'de'))).toContain(
      'Der Zugangsschlüssel ist ungültig oder abgelaufen.',
    );
    expect(words(draw('panel-chosen-offline', 'en'))).toContain('cannot be reached');
  });
});
