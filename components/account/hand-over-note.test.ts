import { describe, expect, it } from 'vitest';
import { createFormat } from '../../lib/i18n/format.ts';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { accountView, moneyRow, wordsRow } from '../../tests/gallery/fixtures.ts';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import { handOverNote, mailLink, taskText } from './hand-over-note.ts';
import { routeOf, topicName } from './route.ts';

const policy = FIXTURE_POLICY;
const noteOf = (language: 'de' | 'en', topic: string | null, sign = true) => {
  const words = wordsRow();
  const account = accountView({ words, money: moneyRow() });
  const facts = { account, policy, sign, route: routeOf(words, policy, topic), asOf: '2026-10-31' };
  return handOverNote(facts, createTranslator(language), createFormat(language, 'EUR'));
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('routeOf', () => {
  it('follows the package unless the topic always goes to the owner', () => {
    expect(routeOf(wordsRow(), policy, null)).toMatchObject({ verb: 'serve', reason: 'level-inside' });
    for (const topic of ['complaint', 'safety', 'own_fault'])
      expect(routeOf(wordsRow(), policy, topic)).toEqual({ verb: 'through', reason: 'never', topic });
    const through = wordsRow({ routing: { verb: 'through', reason: 'case' } });
    expect(routeOf(through, policy, 'complaint')).toMatchObject({ verb: 'through', reason: 'case' });
  });

  it('knows no such topics where the policy names none', () => {
    const { neverRoute: _, ...older } = policy;
    expect(routeOf(wordsRow(), older, 'complaint').verb).toBe('serve');
  });

  it("names topics in the user's language, unknown ones as the policy does", () => {
    expect(topicName('complaint', createTranslator('de'))).toBe('Beschwerde');
    expect(topicName('recall', createTranslator('de'))).toBe('recall');
  });
});

describe('handOverNote', () => {
  it('has all facts and nobody has to ask back; never amounts', () => {
    const { subject, body } = noteOf('de', 'complaint');
    expect(subject).toBe('Übergabe: Delta Anlagenbau GmbH');
    expect(plain(body).split('\n')).toEqual([
      'Anliegen: Beschwerde',
      'Weiterleitung: Verbinden. Dieses Anliegen geht immer an die zuständige Person.',
      'Stufe C · Basisbetreuung · Innendienst',
      'Wird derzeit mitgetragen. Die Betreuung kostet seit 2 Quartalen mehr, als der Kunde einbringt.',
      'Nächster Schritt: Telefon oder Video statt Besuch.',
      'Betreuung 2026: Innendienst: 7 von 8 Std. genutzt',
      'Zuständig: Petra Kern, +49 221 555-0117',
      'Vertretung: Jonas Adler, +49 221 555-0142',
      'Für den Kunden: „Ihr Ansprechpartner für das Tagesgeschäft ist unser Innendienst, direkt erreichbar.“',
      'Zahlen bis 31.10.2026; Konzept 1.0.0',
    ]);
  });

  it('says the same in English, and nothing of who carries whom with the sign off', () => {
    const { body } = noteOf('en', null, false);
    expect(body).toContain('Routing: Serve here. The package is served by inside sales.');
    expect(body).not.toMatch(/carried|€|Topic/i);
  });

  it('becomes a task: subject first, then when it is due', () => {
    const note = noteOf('de', 'complaint');
    const [subject, due, empty, ...body] = taskText(note, '17.11.2026', createTranslator('de')).split('\n');
    expect([subject, due, empty]).toEqual(['Übergabe: Delta Anlagenbau GmbH', 'Fällig: 17.11.2026', '']);
    expect(body.join('\n')).toBe(note.body);
  });

  it('becomes a mail whose text survives', () => {
    const note = noteOf('de', 'safety');
    const link = new URL(mailLink('petra.kern@example.com', note));
    expect(decodeURIComponent(link.pathname)).toBe('petra.kern@example.com');
    expect(link.searchParams.get('subject')).toBe(note.subject);
    expect(link.searchParams.get('body')).toBe(note.body.replaceAll('\n', '\r\n'));
    expect(mailLink(undefined, note)).toMatch(/^mailto:\?subject=/);
  });
});
