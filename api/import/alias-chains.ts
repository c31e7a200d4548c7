import { sql } from 'kysely';
import type { Session } from '../store/store.ts';
import { findCycles } from './find-cycles.ts';
import { type RowProblem, shorten } from './row-problem.ts';

/** Merges must come to an end, and must not make an account its own ancestor; judged with those stored before. */
export async function aliasChainProblems(
  session: Session,
  report: (problem: RowProblem) => void,
): Promise<void> {
  const circular = findCycles(await merges(session));
  await refuse(session, [...circular], report, {
    reason: 'The merges run in a circle: no account survives.',
    fix: 'Leave merged_into empty for the account that survives.',
  });
  const merged = await merges(session);
  const survivor = (id: string): string => {
    const next = merged.get(id);
    return next === undefined ? id : survivor(next);
  };
  const { rows } = await sql<{ account_id: string; parent: string }>`
    select account_id, parent from accounts where parent is not null`.execute(session.db);
  const parentOf = rows.flatMap(({ account_id: id, parent }): [string, string][] =>
    merged.has(id) || survivor(parent) === id ? [] : [[id, survivor(parent)]],
  );
  const ancestors = findCycles(new Map(parentOf));
  await refuse(
    session,
    [...merged.keys()].filter((id) => ancestors.has(survivor(id))),
    report,
    {
      reason: 'The merge would make the surviving account its own ancestor.',
      fix: 'Correct the parents in accounts.csv first, or merge the accounts between the two as well.',
    },
  );
}

async function merges({ db }: Session): Promise<Map<string, string>> {
  const { rows } = await sql<{ account_id: string; merged_into: string }>`
    select account_id, merged_into from stage_aliases where merged_into is not null
    union all
    select account_id, merged_into from aliases a where merged_into is not null
      and not exists (select 1 from stage_aliases s where s.account_id = a.account_id)`.execute(db);
  return new Map(rows.map(({ account_id, merged_into }) => [account_id, merged_into]));
}

async function refuse(
  { db }: Session,
  ids: readonly string[],
  report: (problem: RowProblem) => void,
  why: Pick<RowProblem, 'reason' | 'fix'>,
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ file: string; line: number; merged_into: string }>`
    with bad as (
      delete from stage_aliases where account_id = any (${ids}::text[]) returning file, line, merged_into
    ) select * from bad order by file, line`.execute(db);
  for (const { file, line, merged_into } of rows) {
    report({ file, line, column: 'merged_into', value: shorten(merged_into), ...why });
  }
}
