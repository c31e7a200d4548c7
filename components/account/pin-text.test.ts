import { expect, it } from 'vitest';
import { createFormat } from '../../lib/i18n/format.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import { pinText } from './pin-text.ts';

const pin = { from: '2026-04', until: '2026-12', reason: 'Succession settled', approver: 'Jo Lindt' };
const read = (change: object, language: Language) =>
  pinText({ ...pin, ...change }, FIXTURE_POLICY, {
    t: createTranslator(language),
    format: createFormat(language, 'EUR'),
    language,
  }).replaceAll('\u00a0', ' ');

it('says what was set by hand, until when, why and by whom', () => {
  expect(read({ tier: 'B' }, 'en')).toBe('Set by hand until Dec 2026: tier B. Succession settled (Jo Lindt)');
  expect(read({ tier: 'B', level: 'KOMFORT' }, 'de')).toBe(
    'Von Hand gesetzt bis 12/2026: Stufe B und Komfortbetreuung. Succession settled (Jo Lindt)',
  );
});
