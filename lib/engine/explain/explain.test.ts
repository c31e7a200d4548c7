import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../api/policy/load-policy.ts';
import { budget } from '../../../tests/budget.ts';
import { account, month } from '../../../tests/support/accounts.ts';
import { assessPortfolio } from '../assess-portfolio.ts';
import type { AccountInput } from '../types.ts';
import { ACCOUNT_TEMPLATES, type ReasonCode, sectionOf, wordingOf } from './account-templates.ts';
import { explainAccount } from './explain-account.ts';
import { policyRules, policySentence, readPolicySentence } from './policy-sentences.ts';
import { readSentence, sentenceOf } from './sentence.ts';
import type { Language, Params, Template } from './template.ts';

const codes = Object.keys(ACCOUNT_TEMPLATES) as ReasonCode[];
const languages: Language[] = ['de', 'en'];
const { policy, words } = loadPolicy();

/** Any filling of a template, by the kinds of its places. */
function paramsFor(template: Template): fc.Arbitrary<Params> {
  const places = [...template.text.matchAll(/\{(\w+):(\w+)\}/g)];
  return fc.record(
    Object.fromEntries(places.map(([, name = '', kind = '']) => [name, valueFor(template, name, kind)])),
  );
}

function valueFor(template: Template, name: string, kind: string): fc.Arbitrary<Params[string]> {
  if (kind === 'money') return fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
  if (kind === 'count') return fc.nat(99);
  if (kind === 'share')
    return fc.constantFrom({ n: 1, d: 2 }, { n: 1, d: 10 }, { n: 1, d: 3 }, { n: 0, d: 1 });
  if (kind === 'day') return fc.constantFrom('2026-10-31', '2027-02-01');
  if (kind === 'choice') return fc.constantFrom(...Object.keys(template.choices![name]!));
  return fc.stringMatching(/^[A-Z][A-Za-z0-9.-]{0,8}$/);
}

describe.each(languages)('sentences in %s', (language) => {
  describe.each([true, false])('with money: %s', (money) => {
    it.each(codes)('%s can be read back', (code) => {
      fc.assert(
        fc.property(
          paramsFor(wordingOf(code, language, money)),
          fc.constantFrom('EUR', 'CHF', 'USD'),
          (params, currency) => {
            const reason = { code, section: sectionOf(code), params };
            const sentence = sentenceOf(reason, { language, currency, money });
            expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
            const read = readSentence(sentence, { language, money });
            if (money) expect(read).toEqual([{ code, params }]);
            else expect(read).toContainEqual({ code, params });
          },
        ),
        { numRuns: Math.ceil(budget.propertyRuns / 10) },
      );
    });
  });

  it('no amount stands in a sentence for those who may not see money', () => {
    for (const code of codes) expect(wordingOf(code, language, false).text).not.toContain(':money}');
  });

  it('no banned word stands on a surface for sellers', () => {
    const banned = /\bDB II|subsidi|structural|over limit|withheld|\bpool\b|\blift\b|Konto\b/i;
    for (const code of codes) {
      const { text, choices = {} } = wordingOf(code, language, false);
      const phrases = Object.values(choices as Record<string, Record<string, string>>).flatMap(Object.values);
      expect([text.replaceAll(/\{.*?\}/g, ''), ...phrases].join(' ')).not.toMatch(banned);
    }
  });

  it.each(['abcz-ladder', 'abco-matrix'])('the rules of %s say themselves and nothing else', (preset) => {
    const loaded = loadPolicy(`policy/${preset}.yaml`);
    for (const rule of policyRules(loaded.policy)) {
      expect(readPolicySentence(policySentence(rule, language, 'EUR'), language)).toEqual(rule);
    }
  });
});

describe('an account explained', () => {
  const asOf = '2026-10';
  const ballast = account('~', {
    since: '2015-01',
    months: ['2024-11', '2026-10'].map((at) => month(policy, at, 100_000, [['call', 1]])),
  });
  const explain = (parts: Partial<AccountInput>, money = true, language: Language = 'en'): string[] => {
    const input = account('a', { since: '2015-01', ...parts });
    const found = assessPortfolio(policy, [input, ballast], { asOf }).accounts[0]!;
    const levelName = (id: string) => words.levels.find((level) => level.id === id)?.name[language] ?? id;
    return explainAccount(policy, found, { asOf, money }).map((reason) =>
      sentenceOf(reason, { language, currency: 'EUR', money, levelName }),
    );
  };
  const good = {
    months: [
      month(policy, asOf, 1_180_000, [
        ['visit', 6],
        ['call', 12],
      ]),
    ],
  };

  it('with amounts', () => {
    expect(explain(good)).toEqual([
      'B, because the margin before care, €11,800.00, is at least €3,000.00 and less than €20,000.00; not raised.',
      'Comfort care: at most €5,900.00 a year is there for care, the package costs €1,260.00.',
      'After care €10,000.00 is left; that is above break-even (margin of error €236.00).',
      'Quarters covered in a row: 1.',
      'Neither pays into the common pot nor gets from it.',
      'By business concept 1.0.0, figures to 31 Oct 2026.',
    ]);
  });

  it('without amounts, in German', () => {
    expect(explain(good, false, 'de')).toEqual([
      'B: Ertragsklasse mittel; keine Anhebung.',
      'Komfortbetreuung: das höchste Paket, das Stufe und Ertrag tragen.',
      'Das Ergebnis nach Betreuung liegt über der schwarzen Null.',
      'Gedeckte Quartale in Folge: 1.',
      'Zahlt nicht in den gemeinsamen Topf und erhält nichts aus ihm.',
      'Nach Geschäftskonzept 1.0.0, Zahlen bis 31.10.2026.',
    ]);
  });

  it('without statement there is no way round by the explanation', () => {
    const silent = { months: [month(policy, asOf, 900_000)] };
    expect(explain(silent, false)).toEqual([
      'B: earnings class medium; not raised.',
      'Comfort care: the highest package that tier and earnings bear.',
      'Activities are incomplete; therefore no statement yet.',
      'By business concept 1.0.0, figures to 31 Oct 2026.',
    ]);
  });

  it('what was set by hand says so and until when, tier and package each', () => {
    const by = { from: '2026-10', until: '2027-03', reason: 'board', approver: 'lead' };
    expect(explain({ ...good, overrides: [{ ...by, tier: 'C' }] }).slice(0, 2)).toEqual([
      'C, set by hand until 31 Mar 2027; the figures stay as they are.',
      'Basic care: at most €5,900.00 a year is there for care, the package costs €90.00.',
    ]);
    expect(explain({ ...good, overrides: [{ ...by, level: 'EXKLUSIV' }] }, false, 'de').slice(0, 2)).toEqual([
      'B: Ertragsklasse mittel; keine Anhebung.',
      'Exklusivbetreuung, von Hand gesetzt bis 31.03.2027.',
    ]);
  });

  it('a package that a case grants is not said to be funded', () => {
    const plan = { kind: 'development', start: '2026-08', horizonQuarters: 4, budget: 1, plan: [] } as const;
    expect(explain({ ...good, case: { ...plan, level: 'EXKLUSIV' } })[1]).toBe(
      'Exclusive care, because an approved plan grants it until 31 Jul 2027.',
    );
    expect(explain({ ...good, case: { ...plan, level: 'BASIS' } })[1]).toContain('the package costs');
  });

  it('a class kept by hysteresis names the bound that keeps it', () => {
    const input = account('a', { since: '2015-01' });
    const months = [
      month(policy, '2025-10', 310_000, [['call', 1]]),
      month(policy, '2026-10', 275_000, [['call', 1]]),
    ];
    const [first, second] = explain({ ...input, months });
    expect(first).toContain('€2,750.00, is at least €2,700.00 and less than');
    expect(second).toBe('The class is kept until it is undercut by more than 10 %.');
  });
});
