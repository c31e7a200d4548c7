import { sql } from 'kysely';
import type { Session } from '../store/store.ts';
import { findCycles } from './find-cycles.ts';
import { type RowProblem, shorten } from './row-problem.ts';

/** Parents must exist and must not run in a circle; judged with the accounts stored before. */
export async function accountTreeProblems(
  session: Session,
  report: (problem: RowProblem) => void,
): Promise<void> {
  await cyclicParents(session, report);
  // A row that falls takes its children with it, until none falls any more.
  while ((await missingParents(session, report)) > 0);
}

async function cyclicParents({ db }: Session, report: (problem: RowProblem) => void): Promise<void> {
  const { rows: pairs } = await sql<{ account_id: string; parent: string }>`
    select account_id, parent from stage_accounts where parent is not null
    union all
    select account_id, parent from accounts a where parent is not null
      and not exists (select 1 from stage_accounts s where s.account_id = a.account_id)`.execute(db);
  const cyclic = findCycles(new Map(pairs.map(({ account_id, parent }) => [account_id, parent])));
  if (cyclic.size === 0) return;
  const { rows } = await sql<{ file: string; line: number; parent: string }>`
    with bad as (
      delete from stage_accounts where account_id = any (${[...cyclic]}::text[]) returning file, line, parent
    ) select * from bad order by file, line`.execute(db);
  for (const { file, line, parent } of rows) {
    report({
      file,
      line,
      column: 'parent',
      value: shorten(parent),
      reason: 'The account is its own ancestor: its parents run in a circle.',
      fix: 'Leave the field empty at the top of the group.',
    });
  }
}

async function missingParents({ db }: Session, report: (problem: RowProblem) => void): Promise<number> {
  const { rows } = await sql<{ file: string; line: number; parent: string }>`
    with bad as (
      delete from stage_accounts s where s.parent is not null
        and not exists (select 1 from accounts a where a.account_id = s.parent)
        and not exists (select 1 from stage_accounts o where o.account_id = s.parent)
      returning file, line, parent
    ) select * from bad order by file, line`.execute(db);
  for (const { file, line, parent } of rows) {
    report({
      file,
      line,
      column: 'parent',
      value: shorten(parent),
      reason: `There is no account ${shorten(parent)} that could be the parent.`,
      fix: 'Add the parent to accounts.csv, or correct the id.',
    });
  }
  return rows.length;
}
