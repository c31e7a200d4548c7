import { describe, expect, it } from 'vitest';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import type { WordsRow } from '../contract/words-row.ts';
import { type StateInput, stateText } from './state-text.ts';
import { createTranslator } from './translator.ts';

type Case = [
  state: WordsRow['state'],
  line: WordsRow['line'],
  owed: WordsRow['owed'],
  de: [string, string, string],
  en: [string, string, string],
];

const CASES: Case[] = [
  [
    'carries',
    { code: 'on-plan' },
    [],
    ['Trägt andere mit', 'Betreuung im Plan.', 'Weiter wie vereinbart.'],
    ['Carries others', 'Care on plan.', 'Carry on as agreed.'],
  ],
  [
    'carries',
    { code: 'due' },
    [['visit', 2]],
    ['Trägt andere mit', '2 Besuche stehen aus.', 'Termin anbieten.'],
    ['Carries others', '2 visits still owed.', 'Offer a date.'],
  ],
  [
    'carries',
    { code: 'due' },
    [
      ['visit', 1],
      ['call', 0],
    ],
    ['Trägt andere mit', '1 Besuch steht aus.', 'Termin anbieten.'],
    ['Carries others', '1 visit still owed.', 'Offer a date.'],
  ],
  [
    'carries',
    { code: 'due' },
    [
      ['visit', 1],
      ['call', 1],
    ],
    ['Trägt andere mit', '1 Besuch und 1 Anruf stehen aus.', 'Termin anbieten.'],
    ['Carries others', '1 visit and 1 call still owed.', 'Offer a date.'],
  ],
  [
    'even',
    { code: 'covered' },
    [],
    ['Trägt sich', 'Der Ertrag deckt die Betreuung.', 'Im Rahmen des Pakets bleiben.'],
    ['Breaks even', 'Earnings cover the care.', 'Stay within the package.'],
  ],
  [
    'carried',
    { code: 'carried-quarters', quarters: 2 },
    [],
    [
      'Wird derzeit mitgetragen',
      'Die Betreuung kostet seit 2 Quartalen mehr, als der Kunde einbringt.',
      'Telefon oder Video statt Besuch.',
    ],
    [
      'Carried for now',
      'For 2 quarters care has cost more than the customer earns us.',
      'Call or video instead of a visit.',
    ],
  ],
  [
    'carried',
    { code: 'margin' },
    [],
    ['Wird derzeit mitgetragen', 'Der Verlust entsteht vor der Betreuung.', 'Preis oder Sortiment klären.'],
    ['Carried for now', 'The loss arises before care.', 'Review price or range.'],
  ],
  [
    'plan',
    { code: 'investment', month: '2027-06' },
    [],
    ['Plan läuft', 'Investition bis 06/2027.', 'Betreuen wie vereinbart.'],
    ['Plan in progress', 'Investment until Jun 2027.', 'Serve as agreed.'],
  ],
  [
    'plan',
    { code: 'recovering' },
    [],
    ['Plan läuft', 'Maßnahme wirkt.', 'Betreuen wie vereinbart.'],
    ['Plan in progress', 'Measure is working.', 'Serve as agreed.'],
  ],
  [
    'plan',
    { code: 'exiting' },
    [],
    ['Plan läuft', '', 'Bitte nichts Neues zusagen, Teamleitung fragen.'],
    ['Plan in progress', '', 'Promise nothing new; ask your lead.'],
  ],
  [
    'review',
    { code: 'not-covered', level: 'BASIS' },
    [],
    [
      'Paket prüfen',
      'Die Betreuung ist nicht gedeckt. Vorschlag: Basis, Innendienst.',
      'Mit der Teamleitung entscheiden.',
    ],
    ['Review package', 'Care is not covered. Suggested: Basic, inside sales.', 'Decide with your lead.'],
  ],
  [
    'open',
    { code: 'incomplete' },
    [],
    [
      'Noch keine Aussage',
      'Tätigkeiten sind unvollständig erfasst; Stufe und Paket gelten.',
      'Im Rahmen des Pakets bleiben.',
    ],
    ['No statement yet', 'Activities incomplete; tier and package apply.', 'Stay within the package.'],
  ],
  [
    'open',
    { code: 'new', month: '2027-03' },
    [],
    ['Noch keine Aussage', 'Neu, Einstufung ab 03/2027.', 'Betreuen wie vereinbart.'],
    ['No statement yet', 'New; rated from Mar 2027.', 'Serve as agreed.'],
  ],
];

describe('stateText', () => {
  it.each(CASES)('%s %o %o', (state, line, owed, de, en) => {
    const row: StateInput = { state, line, owed, level: 'BASIS' };
    for (const [language, expected] of [
      ['de', de],
      ['en', en],
    ] as const) {
      const text = stateText(row, FIXTURE_POLICY, createTranslator(language));
      expect([text.headline, text.line, text.step]).toEqual(expected);
    }
  });

  it('uses the singular for one quarter', () => {
    const row: StateInput = {
      state: 'carried',
      line: { code: 'carried-quarters', quarters: 1 },
      owed: [],
      level: 'BASIS',
    };
    expect(stateText(row, FIXTURE_POLICY, createTranslator('de')).line).toContain('seit 1 Quartal mehr');
    expect(stateText(row, FIXTURE_POLICY, createTranslator('en')).line).toContain('For 1 quarter care');
  });

  it('never lets a line contradict its headline', () => {
    const row: StateInput = { state: 'open', line: { code: 'on-plan' }, owed: [], level: 'BASIS' };
    expect(stateText(row, FIXTURE_POLICY, createTranslator('en')).line).toBe(
      'Activities incomplete; tier and package apply.',
    );
  });
});
