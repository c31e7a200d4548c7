import { describe, expect, it } from 'vitest';
import { createFormat } from '../../lib/i18n/format.ts';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { accountView, CARRIES, moneyRow, wordsRow } from '../../tests/gallery/fixtures.ts';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import type { AccountProps } from './account-props.ts';
import { noteFor } from './note.ts';

const note = (words: AccountProps['account']['words'], language: 'de' | 'en', sign = true) =>
  noteFor(
    { account: accountView({ words, money: moneyRow() }), policy: FIXTURE_POLICY, role: 'lead', sign },
    createTranslator(language),
    createFormat(language, 'EUR'),
  );

describe('noteFor', () => {
  it('hands a field customer of an inside package over, without amounts', () => {
    const { label, text } = note(wordsRow(), 'de');
    expect(label).toBe('note.handOver');
    expect(text.replaceAll('\u00a0', ' ')).toBe(
      [
        'Übergabe: Delta Anlagenbau GmbH',
        'Stufe C · Basisbetreuung · Innendienst',
        'Wird derzeit mitgetragen. Die Betreuung kostet seit 2 Quartalen mehr, als der Kunde einbringt.',
        'Nächster Schritt: Telefon oder Video statt Besuch.',
        'Betreuung 2026: Innendienst: 7 von 8 Std. genutzt',
        'Zuständig: Petra Kern',
        'Für den Kunden: „Ihr Ansprechpartner für das Tagesgeschäft ist unser Innendienst, direkt erreichbar.“',
      ].join('\n'),
    );
    expect(text).not.toContain('€');
  });

  it('is for the lead where the lead decides, though inside sales serves', () => {
    const words = wordsRow({ state: 'review', line: { code: 'not-covered', level: 'BASIS' } });
    expect(note(words, 'en').label).toBe('note.lead');
    expect(note(words, 'en', false).label).toBe('note.handOver');
  });

  it('offers a date where care is owed', () => {
    expect(note(CARRIES, 'en')).toEqual({
      label: 'note.offer',
      text: 'Hello, we would like to arrange the care agreed with you for this year (2 visits). When would suit you?',
    });
  });

  it('keeps the state to itself where the sign is off', () => {
    const { text } = note(wordsRow(), 'en', false);
    expect(text).not.toContain('Carried');
    expect(text).not.toContain('Next step');
  });
});
