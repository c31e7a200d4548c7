import type { PolicyWords } from '../contract/policy-words.ts';
import type { WordsRow } from '../contract/words-row.ts';
import { createFormat } from './format.ts';
import { owedText } from './owed-text.ts';
import { levelShortName, midSentence, poolName, poolOfLevel } from './policy-names.ts';
import type { MessageKey, Translator } from './translator.ts';

type State = WordsRow['state'];
type Code = WordsRow['line']['code'];
export type StateInput = Pick<WordsRow, 'state' | 'line' | 'owed' | 'level'>;

export interface StateText {
  /** One of six headlines. */
  headline: string;
  /** One sentence of reason; empty where the headline and the step say it all. */
  line: string;
  /** What to do now. */
  step: string;
}

/** Lines a headline may carry, its default first: an unknown pair falls back instead of contradicting itself. */
const CODES: Record<State, readonly [Code, ...Code[]]> = {
  carries: ['on-plan', 'due'],
  even: ['covered', 'margin'],
  carried: ['carried-quarters', 'margin'],
  plan: ['investment', 'recovering', 'exiting'],
  review: ['not-covered', 'margin'],
  open: ['incomplete', 'new'],
};

/** Words of the visual language for one account, verbatim in both languages; no amounts. */
export function stateText(row: StateInput, policy: PolicyWords, t: Translator): StateText {
  const allowed = CODES[row.state];
  const code = allowed.includes(row.line.code) ? row.line.code : allowed[0];
  return {
    headline: t(`state.${row.state}.headline`),
    line: lineText(code, row, policy, t),
    step: t(`step.${code}`),
  };
}

function lineText(code: Code, row: StateInput, policy: PolicyWords, t: Translator): string {
  const { quarters, month } = row.line;
  const format = createFormat(t.language, 'EUR');
  switch (code) {
    case 'due':
      return owedText(row.owed, policy, t) || t('line.on-plan');
    case 'carried-quarters':
      return quarters === undefined || quarters < 1
        ? t('line.carried')
        : t('line.carried-quarters', { count: quarters });
    case 'investment':
      return month === undefined
        ? t('line.investment-open')
        : t('line.investment', { month: format.month(month) });
    case 'new':
      return month === undefined ? t('line.new-open') : t('line.new', { month: format.month(month) });
    case 'not-covered':
      return t('line.not-covered', { suggestion: suggestion(row.line.level ?? row.level, policy, t) });
    case 'exiting':
      return '';
    default:
      return t(`line.${code}` as MessageKey);
  }
}

/** "Basis, Innendienst" / "Basic, inside sales". */
function suggestion(level: string, policy: PolicyWords, t: Translator): string {
  const pool = poolOfLevel(policy, level);
  const name = levelShortName(policy, level, t.language);
  return pool === null ? name : `${name}, ${midSentence(poolName(policy, pool, t.language), t.language)}`;
}
