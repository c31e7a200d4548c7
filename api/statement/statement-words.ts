import type { CareView } from '../../lib/engine/care-views.ts';
import type { Language } from '../../lib/engine/explain/template.ts';

/** Fixed words of the printed statement. */
export interface StatementWords {
  title: string;
  never: string;
  views: Readonly<Record<CareView, string>>;
  period: string;
  pool: string;
  entitled: string;
  delivered: string;
  withheld: string;
  over: string;
  matched: string;
  shortfall: string;
  extra: string;
  amount: string;
  receivers: string;
  couldHaveBeen: string;
  total: string;
  summary: string;
  groups: string;
  accounts: string;
  tier: string;
  level: string;
  minutes: string;
  sumLine: string;
  rules: string;
  nobody: string;
}

export const STATEMENT_WORDS: Readonly<Record<Language, StatementWords>> = {
  de: {
    title: 'Jahresabrechnung über vorenthaltene Betreuung',
    never: 'Internes Arbeitspapier für das Gespräch im Haus – niemals versenden',
    views: {
      promise: 'gemessen am Versprechen der Pakete',
      yield: 'gemessen am Anteil am Ertrag',
      equal: 'gemessen am Anteil am Ertrag, wären alle gleich betreut worden',
    },
    period: 'Zeitraum',
    pool: 'Bereich',
    entitled: 'stand zu',
    delivered: 'erhalten',
    withheld: 'vorenthalten',
    over: 'darüber hinaus erhalten',
    matched: 'ging an andere',
    shortfall: 'Kapazität fehlte',
    extra: 'Mehrarbeit',
    amount: 'Wert',
    receivers: 'Erhalten haben es',
    couldHaveBeen: 'das wären gewesen',
    total: 'Summe',
    summary: 'Übersicht',
    groups: 'Wer mehr erhalten hat',
    accounts: 'Kunden',
    tier: 'Stufe',
    level: 'Paket',
    minutes: 'Min.',
    sumLine: 'Gutschriften weniger Belastungen',
    rules: 'Geschäftskonzept',
    nobody: 'Niemandem wurde Betreuung vorenthalten, die andere erhalten haben.',
  },
  en: {
    title: 'Year-end statement of withheld care',
    never: 'Internal coaching document – never send',
    views: {
      promise: 'measured by the promise of the packages',
      yield: 'measured by share of yield',
      equal: 'measured by share of yield, had all been cared for the same',
    },
    period: 'Period',
    pool: 'Team',
    entitled: 'entitled',
    delivered: 'delivered',
    withheld: 'withheld',
    over: 'received beyond it',
    matched: 'went to others',
    shortfall: 'capacity was missing',
    extra: 'extra effort',
    amount: 'Value',
    receivers: 'Received by',
    couldHaveBeen: 'could have been',
    total: 'Total',
    summary: 'Summary',
    groups: 'Who received more',
    accounts: 'customers',
    tier: 'tier',
    level: 'package',
    minutes: 'min',
    sumLine: 'Credits less debits',
    rules: 'business concept',
    nobody: 'Nobody went without care that others received.',
  },
};
