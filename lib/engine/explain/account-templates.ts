import type { Template } from './template.ts';

const LIFT_DE = {
  none: 'keine Anhebung',
  potential: 'eine Stufe höher wegen des Potenzials',
  multiplier: 'eine Stufe höher als Multiplikator',
};
const LIFT_EN = {
  none: 'not raised',
  potential: 'raised one step for its potential',
  multiplier: 'raised one step as a multiplier',
};
const CLASS_DE = { H: 'hoch', M: 'mittel', L: 'niedrig', N: 'keine' };
const CLASS_EN = { H: 'high', M: 'medium', L: 'low', N: 'none' };
const POTENTIAL_DE = { high: 'hohem', low: 'geringem' };
const POTENTIAL_EN = { high: 'high', low: 'low' };
const POSITION_DE = { FUNDER: 'über', BLACK_ZERO: 'auf', SUBSIDISED: 'unter' };
const POSITION_EN = { FUNDER: 'above', BLACK_ZERO: 'at', SUBSIDISED: 'below' };

interface Wording {
  /** Section of the domain model that has the rule. */
  section: string;
  de: Template;
  en: Template;
  /** For those who may not see amounts; left out where the sentence has none. */
  deWords?: Template;
  enWords?: Template;
}

const tierWords = {
  deWords: {
    text: '{tier:word}: Ertragsklasse {class:choice}; {lift:choice}.',
    choices: { lift: LIFT_DE, class: CLASS_DE },
  },
  enWords: {
    text: '{tier:word}: earnings class {class:choice}; {lift:choice}.',
    choices: { lift: LIFT_EN, class: CLASS_EN },
  },
};

/** One sentence per reason code; amounts never stand in the wording without amounts. */
export const ACCOUNT_TEMPLATES = {
  'tier.from': {
    section: '6.2',
    de: {
      text: '{tier:word}, weil der Deckungsbeitrag vor Betreuung {yield:money} mindestens {atLeast:money} beträgt; {lift:choice}.',
      choices: { lift: LIFT_DE },
    },
    en: {
      text: '{tier:word}, because the margin before care, {yield:money}, is at least {atLeast:money}; {lift:choice}.',
      choices: { lift: LIFT_EN },
    },
    ...tierWords,
  },
  'tier.between': {
    section: '6.2',
    de: {
      text: '{tier:word}, weil der Deckungsbeitrag vor Betreuung {yield:money} mindestens {atLeast:money} und weniger als {below:money} beträgt; {lift:choice}.',
      choices: { lift: LIFT_DE },
    },
    en: {
      text: '{tier:word}, because the margin before care, {yield:money}, is at least {atLeast:money} and less than {below:money}; {lift:choice}.',
      choices: { lift: LIFT_EN },
    },
    ...tierWords,
  },
  'tier.below': {
    section: '6.2',
    de: {
      text: '{tier:word}, weil der Deckungsbeitrag vor Betreuung {yield:money} weniger als {below:money} beträgt; {lift:choice}.',
      choices: { lift: LIFT_DE },
    },
    en: {
      text: '{tier:word}, because the margin before care, {yield:money}, is less than {below:money}; {lift:choice}.',
      choices: { lift: LIFT_EN },
    },
    ...tierWords,
  },
  'tier.matrix': {
    section: '6.2',
    de: {
      text: '{tier:word}, weil der Deckungsbeitrag vor Betreuung {yield:money} auf Potenzial {potential:money} trifft (stark ab {medium:money}, aussichtsreich ab {high:money}).',
    },
    en: {
      text: '{tier:word}, because a margin before care of {yield:money} meets a potential of {potential:money} (strong from {medium:money}, promising from {high:money}).',
    },
    deWords: {
      text: '{tier:word}: Ertragsklasse {class:choice} bei {promise:choice} Potenzial.',
      choices: { class: CLASS_DE, promise: POTENTIAL_DE },
    },
    enWords: {
      text: '{tier:word}: earnings class {class:choice} with {promise:choice} potential.',
      choices: { class: CLASS_EN, promise: POTENTIAL_EN },
    },
  },
  'tier.explicit': {
    section: '6.2',
    de: { text: '{tier:word} nach der Regel „{rule:word}“ des Geschäftskonzepts.' },
    en: { text: '{tier:word} by the rule “{rule:word}” of the business concept.' },
  },
  'tier.override': {
    section: '6.3',
    de: { text: '{tier:word}, von Hand gesetzt; die Zahlen bleiben, wie sie sind.' },
    en: { text: '{tier:word}, set by hand; the figures stay as they are.' },
  },
  'tier.annualised': {
    section: '4',
    de: { text: 'Auf ein Jahr hochgerechnet, weil noch keine zwölf Monate vorliegen.' },
    en: { text: 'Read as a full year, because there are not yet twelve months.' },
  },
  'tier.hysteresis': {
    section: '6.3',
    de: { text: 'Die Klasse bleibt, bis sie um mehr als {share:share} unterschritten ist.' },
    en: { text: 'The class is kept until it is undercut by more than {share:share}.' },
  },
  'tier.one-step-down': {
    section: '6.3',
    de: { text: 'Je Bewertung sinkt ein Kunde um höchstens {steps:count} Stufe.' },
    en: { text: 'A customer falls by at most {steps:count} step per evaluation.' },
  },
  'tier.second-evaluation': {
    section: '6.4',
    de: { text: 'Die letzte Stufe gilt erst nach zwei Bewertungen in Folge.' },
    en: { text: 'The last tier applies only after two evaluations in a row.' },
  },
  'level.fundable': {
    section: '7.2',
    de: {
      text: '{level:word}: höchstens {limit:money} im Jahr stehen für Betreuung bereit, das Paket kostet {cost:money}.',
    },
    en: {
      text: '{level:word}: at most {limit:money} a year is there for care, the package costs {cost:money}.',
    },
    deWords: { text: '{level:word}: das höchste Paket, das Stufe und Ertrag tragen.' },
    enWords: { text: '{level:word}: the highest package that tier and earnings bear.' },
  },
  'level.onboarding': {
    section: '7.2',
    de: { text: '{level:word}, solange der Kunde neu ist.' },
    en: { text: '{level:word} while the customer is new.' },
  },
  position: {
    section: '8',
    de: {
      text: 'Nach Betreuung bleiben {db3:money}; das liegt {position:choice} der schwarzen Null (Spielraum {tolerance:money}).',
      choices: { position: POSITION_DE },
    },
    en: {
      text: 'After care {db3:money} is left; that is {position:choice} break-even (margin of error {tolerance:money}).',
      choices: { position: POSITION_EN },
    },
    deWords: {
      text: 'Das Ergebnis nach Betreuung liegt {position:choice} der schwarzen Null.',
      choices: { position: POSITION_DE },
    },
    enWords: {
      text: 'The result after care is {position:choice} break-even.',
      choices: { position: POSITION_EN },
    },
  },
  'position.net': {
    section: '8',
    de: {
      text: 'Einschließlich Gemeinkosten bleiben nach Betreuung {balance:money}; das liegt {position:choice} der schwarzen Null (Spielraum {tolerance:money}).',
      choices: { position: POSITION_DE },
    },
    en: {
      text: 'With its share of general costs {balance:money} is left after care; that is {position:choice} break-even (margin of error {tolerance:money}).',
      choices: { position: POSITION_EN },
    },
    deWords: {
      text: 'Das Ergebnis einschließlich Gemeinkosten liegt {position:choice} der schwarzen Null.',
      choices: { position: POSITION_DE },
    },
    enWords: {
      text: 'The result with its share of general costs is {position:choice} break-even.',
      choices: { position: POSITION_EN },
    },
  },
  'state.no-data': {
    section: '8 G0',
    de: { text: 'Tätigkeiten sind unvollständig erfasst; deshalb noch keine Aussage.' },
    en: { text: 'Activities are incomplete; therefore no statement yet.' },
  },
  'state.new': {
    section: '8 G1',
    de: { text: 'Der Kunde ist keine {months:count} Monate alt und wird noch nicht bewertet.' },
    en: { text: 'The customer is less than {months:count} months old and not rated yet.' },
  },
  'state.good': {
    section: '8 G2',
    de: { text: 'Gedeckte Quartale in Folge: {quarters:count}.' },
    en: { text: 'Quarters covered in a row: {quarters:count}.' },
  },
  'state.exiting': {
    section: '8 G4',
    de: { text: 'Die Trennung ist beschlossen.' },
    en: { text: 'Parting has been decided.' },
  },
  'state.over-limit': {
    section: '8 G5',
    de: {
      text: 'Der genehmigte Plan ist gerissen: {why:choice}. Bisher investiert: {invested:money}.',
      choices: {
        why: { budget: 'Budget verbraucht', horizon: 'Laufzeit vorbei', 'off-track': 'zweimal hinter Plan' },
      },
    },
    en: {
      text: 'The approved plan has failed: {why:choice}. Invested so far: {invested:money}.',
      choices: {
        why: { budget: 'budget used up', horizon: 'time is over', 'off-track': 'behind plan twice' },
      },
    },
    deWords: {
      text: 'Der genehmigte Plan ist gerissen: {why:choice}.',
      choices: {
        why: { budget: 'Budget verbraucht', horizon: 'Laufzeit vorbei', 'off-track': 'zweimal hinter Plan' },
      },
    },
    enWords: {
      text: 'The approved plan has failed: {why:choice}.',
      choices: {
        why: { budget: 'budget used up', horizon: 'time is over', 'off-track': 'behind plan twice' },
      },
    },
  },
  'state.tolerated': {
    section: '8 G5',
    de: { text: 'Ein genehmigter Plan läuft, Quartal {age:count}. Bisher investiert: {invested:money}.' },
    en: { text: 'An approved plan is running, quarter {age:count}. Invested so far: {invested:money}.' },
    deWords: { text: 'Ein genehmigter Plan läuft, Quartal {age:count}.' },
    enWords: { text: 'An approved plan is running, quarter {age:count}.' },
  },
  'state.remedy': {
    section: '8 G6',
    de: { text: 'Eine Maßnahme ist beschlossen und ihre Frist läuft.' },
    en: { text: 'A measure has been decided and its time is running.' },
  },
  'state.recovering': {
    section: '8 G7',
    de: { text: 'Die Maßnahme wirkt; Quartale bisher: {quarters:count}.' },
    en: { text: 'The measure is working; quarters so far: {quarters:count}.' },
  },
  'state.permanent': {
    section: '8 G8',
    de: { text: 'Quartale ohne Deckung: {quarters:count}; ab {limit:count} gilt das als dauerhaft.' },
    en: {
      text: 'Quarters without cover: {quarters:count}; from {limit:count} on that counts as permanent.',
    },
  },
  'state.watch': {
    section: '8 G9',
    de: { text: 'Quartale ohne Deckung: {quarters:count}; das kann auch einmal sein.' },
    en: { text: 'Quarters without cover: {quarters:count}; that may happen once.' },
  },
  'ledger.pays': {
    section: '9.1',
    de: { text: 'Zahlt {amount:money} in den gemeinsamen Topf, der andere mitträgt.' },
    en: { text: 'Pays {amount:money} into the common pot that carries others.' },
    deWords: { text: 'Trägt andere mit.' },
    enWords: { text: 'Carries others.' },
  },
  'ledger.gets': {
    section: '9.1',
    de: { text: 'Der gemeinsame Topf trägt {amount:money} mit; {uncovered:money} trägt niemand.' },
    en: { text: 'The common pot carries {amount:money}; {uncovered:money} is carried by nobody.' },
    deWords: { text: 'Wird von anderen mitgetragen.' },
    enWords: { text: 'Is carried by others.' },
  },
  'ledger.none': {
    section: '9.1',
    de: { text: 'Zahlt nicht in den gemeinsamen Topf und erhält nichts aus ihm.' },
    en: { text: 'Neither pays into the common pot nor gets from it.' },
  },
  source: {
    section: '17',
    de: { text: 'Nach Geschäftskonzept {version:word}, Zahlen bis {asOf:day}.' },
    en: { text: 'By business concept {version:word}, figures to {asOf:day}.' },
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type ReasonCode = keyof typeof ACCOUNT_TEMPLATES;

/** False for codes of newer versions. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(ACCOUNT_TEMPLATES, code);
}

/** The wording of a code for a language and a right. */
export function wordingOf(code: ReasonCode, language: 'de' | 'en', money: boolean): Template {
  const wording: Wording = ACCOUNT_TEMPLATES[code];
  if (money) return wording[language];
  return (language === 'de' ? wording.deWords : wording.enWords) ?? wording[language];
}

export function sectionOf(code: ReasonCode): string {
  return ACCOUNT_TEMPLATES[code].section;
}
