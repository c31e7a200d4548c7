import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { activeCase, caseEnd } from '../../lib/engine/account-facts.ts';
import { type AccountContext, assessAccount } from '../../lib/engine/assess-account.ts';
import type { Assessment } from '../../lib/engine/assessment.ts';
import { careOf } from '../../lib/engine/care-year.ts';
import { rowReasons } from '../../lib/engine/explain/row-reasons.ts';
import { levelIndex } from '../../lib/engine/level.ts';
import { routingOf } from '../../lib/engine/routing.ts';
import type { AccountInput, Policy } from '../../lib/engine/types.ts';
import type { Directory, DirectoryAccount } from './directory.ts';
import { levelChange } from './level-change.ts';
import { peopleOf } from './words-row.ts';

/** What an account's rows are brought up to date with. */
export interface CurrentFacts {
  account: DirectoryAccount;
  directory: Directory;
  input: AccountInput;
}

/** What an account is judged by besides its own facts. */
export type ChangeDay = Pick<AccountContext, 'asOf' | 'dataFrom' | 'careLogged' | 'careUntil'>;

/** The rows of an account as they are to be published. */
export interface RowPair {
  words: WordsRow;
  money: MoneyRow;
}

/** Reasons of tier and package; all others come from the money of the evaluation. */
const DECIDED = /^(tier|level)\./;

/**
 * Brings the rows of an evaluation up to date: who, where, what is promised, what has been delivered, and what
 * was set by hand. What was earned stays as it was judged until the next evaluation, because the ledger is one
 * statement about all accounts.
 */
export function changedRows(
  policy: Policy,
  { words: judgedWords, money }: RowPair,
  { account, directory, input }: CurrentFacts,
  context: ChangeDay,
): RowPair {
  const { pin: _, ...was } = judgedWords;
  const judged = assessAccount(policy, input, {
    ...context,
    // Position, state and ledger are the evaluation's, and so are potential and what referrals bring: what they are
    // made of is not asked here.
    coverageAt: () => ({}),
    referrals: { transfer: () => 0, credit: () => (judgedWords.multiplier ? Number.MAX_SAFE_INTEGER : 0) },
    potentialAt: () => ({ cents: money.potential, source: 'stated', made: null, confidence: null }),
  });
  const decided = input.overrides?.length ? byHand(policy, was, judged, context) : decisionOf(was);
  const { assignedLevel, owed } = judged;
  const isTop = levelIndex(policy, assignedLevel) === policy.levels.length - 1;
  const isSilent = money.subsidyState === 'NO_DATA' || was.estimated;
  const due = isTop && owed.length > 0 && !isSilent;
  const routing = routingOf(policy, {
    ownerPool: input.ownerPool,
    suggestedLevel: decided.level,
    caseActive: isCaseRunning(input, context.asOf),
    provisional: was.provisional,
    userState: was.state,
  });
  const words: WordsRow = {
    ...was,
    ...decided,
    ...(judged.override ? { pin: judged.override } : {}),
    ...peopleOf(directory, account),
    name: account.name,
    keys: [...account.keys],
    parentName: account.parentName,
    assignedLevel,
    levelChange: levelChange(
      { history: decided.history, assignedLevel },
      directory.levels.get(account.id) ?? [],
    ),
    told: directory.told.get(account.id) ?? null,
    due,
    line: lineOf(was, due, decided.level),
    owed: owed.map(([type, count]) => [type, count]),
    routing,
    careYear: Number(context.careUntil.slice(0, 4)),
    care: careOf(judged).map(({ pool, entitledMinutes, deliveredMinutes }) => ({
      pool,
      entitledMinutes,
      deliveredMinutes,
    })),
  };
  return { words, money: changedMoney(policy, money, judged, input, context) };
}

type Decision = Pick<WordsRow, 'tier' | 'level' | 'servedBy' | 'why' | 'tierReasons' | 'history'>;

const decisionOf = ({ tier, level, servedBy, why, tierReasons, history }: WordsRow): Decision => ({
  tier,
  level,
  servedBy,
  why,
  tierReasons,
  history,
});

/** Tier and package where somebody has set them, or has until the evaluation. */
function byHand(
  policy: Policy,
  was: WordsRow,
  judged: Assessment,
  { asOf }: Pick<ChangeDay, 'asOf'>,
): Decision {
  const { tier, suggestedLevel: level, servedBy, tierReason } = judged;
  const fresh = rowReasons(policy, judged, { asOf, money: false });
  const last = was.history.at(-1);
  const { rule, yieldClass, lift } = tierReason;
  return {
    tier,
    level,
    servedBy,
    why: { rule, yieldClass, lift },
    tierReasons: withDecided(was.tierReasons ?? [], fresh),
    history: last
      ? [...was.history.slice(0, -1), { ...last, tier, level, line: withLevel(last.line, level) }]
      : [],
  };
}

type Reasons = NonNullable<WordsRow['tierReasons']>;

const withDecided = (were: Reasons, fresh: Reasons): Reasons => [
  ...fresh.filter(({ code }) => DECIDED.test(code)),
  ...were.filter(({ code }) => !DECIDED.test(code)),
];

/** The line without the care owed stands in the last quarter, where it is never told (domain §10.1). */
function lineOf(was: WordsRow, due: boolean, level: string): WordsRow['line'] {
  if (due && (was.state === 'carries' || was.state === 'even')) return { code: 'due' };
  return withLevel(was.history.at(-1)?.line ?? was.line, level);
}

function withLevel<Line extends WordsRow['line'] | undefined>(line: Line, level: string): Line {
  return line?.code === 'not-covered' ? { ...line, level } : line;
}

function isCaseRunning(input: AccountInput, asOf: string): boolean {
  const found = activeCase(input, asOf);
  return found !== null && asOf <= caseEnd(found);
}

function changedMoney(
  policy: Policy,
  was: MoneyRow,
  judged: Assessment,
  { overrides = [] }: AccountInput,
  { asOf }: Pick<ChangeDay, 'asOf'>,
): MoneyRow {
  const { packageCost, careLeft } = judged;
  const reasons = was.reasons ?? [];
  const fresh = overrides.length > 0 ? rowReasons(policy, judged, { asOf, money: true }) : reasons;
  return { ...was, packageCost, careLeft, reasons: withDecided(reasons, fresh) };
}
