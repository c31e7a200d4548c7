import type { Wording } from './wording.ts';

const POSITION_DE = { FUNDER: 'über', BLACK_ZERO: 'auf', SUBSIDISED: 'unter' };
const POSITION_EN = { FUNDER: 'above', BLACK_ZERO: 'at', SUBSIDISED: 'below' };

/** Where the account stands against the black zero, since when, and what the ledger says. */
export const VERDICT_TEMPLATES = {
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
} as const satisfies Readonly<Record<string, Wording>>;
