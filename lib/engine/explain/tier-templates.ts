import type { Wording } from './wording.ts';

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

const SOURCE_DE = {
  known: 'dem bekannten Bedarf',
  pipeline: 'offenen Angeboten',
  'cross-sell': 'noch nicht bezogenen Produkten',
  benchmark: 'dem Vergleich mit ähnlichen Kunden',
};
const SOURCE_EN = {
  known: 'the known demand',
  pipeline: 'open offers',
  'cross-sell': 'products not bought yet',
  benchmark: 'comparison with similar customers',
};
const CONFIDENCE_DE = { high: 'hoch', medium: 'mittel', low: 'schwach' };
const CONFIDENCE_EN = { high: 'high', medium: 'medium', low: 'weak' };

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

/** Why this tier and this package. */
export const TIER_TEMPLATES = {
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
  'tier.potential': {
    section: '12.4',
    de: {
      text: 'Potenzial {potential:money} aus {source:choice}, Stand {made:day}, Verlässlichkeit {confidence:choice}.',
      choices: { source: SOURCE_DE, confidence: CONFIDENCE_DE },
    },
    en: {
      text: 'Potential of {potential:money} from {source:choice}, as of {made:day}, confidence {confidence:choice}.',
      choices: { source: SOURCE_EN, confidence: CONFIDENCE_EN },
    },
    deWords: {
      text: 'Potenzial aus {source:choice}, Stand {made:day}, Verlässlichkeit {confidence:choice}.',
      choices: { source: SOURCE_DE, confidence: CONFIDENCE_DE },
    },
    enWords: {
      text: 'Potential from {source:choice}, as of {made:day}, confidence {confidence:choice}.',
      choices: { source: SOURCE_EN, confidence: CONFIDENCE_EN },
    },
  },
  'tier.explicit': {
    section: '6.2',
    de: { text: '{tier:word} nach der Regel „{rule:word}“ des Geschäftskonzepts.' },
    en: { text: '{tier:word} by the rule “{rule:word}” of the business concept.' },
  },
  'tier.override': {
    section: '6.3',
    de: { text: '{tier:word}, von Hand gesetzt bis {until:day}; die Zahlen bleiben, wie sie sind.' },
    en: { text: '{tier:word}, set by hand until {until:day}; the figures stay as they are.' },
  },
  'tier.annualised': {
    section: '4',
    de: { text: 'Auf ein Jahr hochgerechnet, weil noch keine zwölf Monate vorliegen.' },
    en: { text: 'Read as a full year, because there are not yet twelve months.' },
  },
  'tier.season': {
    section: '4',
    de: {
      text: 'Nach der Saison „{season:word}“ auf ein Jahr hochgerechnet, weil noch keine zwölf Monate vorliegen.',
    },
    en: {
      text: 'Read as a full year by the season “{season:word}”, because there are not yet twelve months.',
    },
  },
  'tier.constant-rates': {
    section: '4',
    de: {
      text: 'Zu den Wechselkursen vom {base:day} gerechnet, damit Kurse allein keine Stufe ändern; gebucht bleibt gebucht.',
    },
    en: {
      text: 'At the exchange rates of {base:day}, so that rates alone change no tier; what is booked stays booked.',
    },
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
  'level.override': {
    section: '6.3',
    de: { text: '{level:word}, von Hand gesetzt bis {until:day}.' },
    en: { text: '{level:word}, set by hand until {until:day}.' },
  },
  'level.case': {
    section: '7.2',
    de: { text: '{level:word}, weil ein genehmigter Plan es bis {until:day} gewährt.' },
    en: { text: '{level:word}, because an approved plan grants it until {until:day}.' },
  },
} as const satisfies Readonly<Record<string, Wording>>;
