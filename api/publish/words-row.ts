import type { WordsRow } from '../../lib/contract/words-row.ts';
import type { Assessment, Portfolio } from '../../lib/engine/assessment.ts';
import { careOf } from '../../lib/engine/care-year.ts';
import { rowReasons } from '../../lib/engine/explain/row-reasons.ts';
import { historyOf } from '../../lib/engine/quarter-history.ts';
import type { Directory, DirectoryAccount } from './directory.ts';
import { levelChange } from './level-change.ts';

/** One account as every role may see it: no amounts, no engine state. */
export function wordsRow(
  directory: Directory,
  account: DirectoryAccount,
  judged: Assessment,
  { policy, asOf, careYear, nextReview }: Pick<Portfolio, 'policy' | 'asOf' | 'careYear' | 'nextReview'>,
): WordsRow {
  const history = historyOf(judged, asOf);
  return {
    id: account.id,
    name: account.name,
    keys: [...account.keys],
    tier: judged.tier,
    level: judged.suggestedLevel,
    assignedLevel: judged.assignedLevel,
    levelChange: levelChange(
      { history, assignedLevel: judged.assignedLevel },
      directory.levels.get(account.id) ?? [],
    ),
    told: directory.told.get(account.id) ?? null,
    state: judged.userState,
    line: judged.line,
    due: judged.due,
    owed: judged.owed.map(([type, count]) => [type, count]),
    servedBy: judged.servedBy,
    ...peopleOf(directory, account),
    routing: judged.routing,
    careYear,
    care: careOf(judged).map(({ pool, entitledMinutes, deliveredMinutes }) => ({
      pool,
      entitledMinutes,
      deliveredMinutes,
    })),
    why: {
      rule: judged.tierReason.rule,
      yieldClass: judged.tierReason.yieldClass,
      lift: judged.tierReason.lift,
    },
    ...(judged.override ? { pin: judged.override } : {}),
    tierReasons: rowReasons(policy, judged, { asOf, money: false }),
    nextReview,
    parentName: account.parentName,
    estimated: judged.estimated,
    provisional: judged.provisional,
    multiplier: judged.multiplier,
    history: history.map(({ month, tier, level, userState, line }) => ({
      month,
      tier,
      level,
      state: userState,
      line,
    })),
  };
}

/** Who serves the account, with what colleagues need to reach them. */
export function peopleOf(
  { people }: Directory,
  { owner, deputy }: DirectoryAccount,
): Pick<WordsRow, 'owner' | 'deputy'> {
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return { owner: person(owner), deputy: person(deputy) };
}
