import type { StateLineData } from './assessment.ts';
import type { Month, SubsidyState, UserState } from './types.ts';

const BY_STATE: Readonly<Record<SubsidyState, UserState>> = {
  FUNDER: 'carries',
  BLACK_ZERO: 'even',
  WATCH: 'carried',
  TOLERATED: 'plan',
  IN_REMEDY: 'plan',
  RECOVERING: 'plan',
  EXITING: 'plan',
  STRUCTURAL: 'review',
  OVER_LIMIT: 'review',
  NEW: 'open',
  NO_DATA: 'open',
};

/** The one mapping from engine states to what people see; an estimate never becomes a statement. */
export function userStateOf(state: SubsidyState, sure: { estimated: boolean; certain: boolean }): UserState {
  return sure.estimated || !sure.certain ? 'open' : BY_STATE[state];
}

/** Lines without numbers, one object each for all accounts. */
const LINES = {
  incomplete: { code: 'incomplete' },
  due: { code: 'due' },
  'on-plan': { code: 'on-plan' },
  covered: { code: 'covered' },
  margin: { code: 'margin' },
  recovering: { code: 'recovering' },
  exiting: { code: 'exiting' },
  investment: { code: 'investment' },
} as const satisfies Readonly<Record<string, StateLineData>>;

export interface LineFacts {
  state: SubsidyState;
  userState: UserState;
  due: boolean;
  /** DB II below zero: the loss arises before care. */
  marginLoss: boolean;
  quartersBelow: number;
  /** Last month of the case or of the remedy; null without. */
  planUntil: Month | null;
  /** First month in which a new account is rated; null for old ones. */
  ratedFrom: Month | null;
  suggestedLevel: string;
}

/** The line under the headline (visual language, States). */
export function stateLineOf(facts: LineFacts): StateLineData {
  if (facts.state === 'NEW' && facts.ratedFrom !== null) return { code: 'new', month: facts.ratedFrom };
  switch (facts.userState) {
    case 'open':
      return LINES.incomplete;
    case 'carries':
      return facts.due ? LINES.due : LINES['on-plan'];
    case 'even':
      return facts.due ? LINES.due : LINES.covered;
    case 'carried':
      return facts.marginLoss
        ? LINES.margin
        : { code: 'carried-quarters', quarters: Math.max(1, facts.quartersBelow) };
    case 'review':
      return facts.marginLoss ? LINES.margin : { code: 'not-covered', level: facts.suggestedLevel };
    case 'plan':
      return planLine(facts);
  }
}

/** The line of a quarter: care owed is a matter of the running year only, so a quarter never says `due`. */
export function lineWithoutDue({
  line,
  userState,
}: {
  line: StateLineData;
  userState: UserState;
}): StateLineData {
  if (line.code !== 'due') return line;
  return userState === 'even' ? LINES.covered : LINES['on-plan'];
}

function planLine(facts: LineFacts): StateLineData {
  if (facts.state === 'RECOVERING') return LINES.recovering;
  if (facts.state === 'EXITING') return LINES.exiting;
  return facts.planUntil === null ? LINES.investment : { code: 'investment', month: facts.planUntil };
}
