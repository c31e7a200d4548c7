import { sql } from 'kysely';
import type { Session } from '../store/store.ts';
import { accountTreeProblems } from './account-tree.ts';
import { aliasChainProblems } from './alias-chains.ts';
import { type Kind, type RowCheck, stageOf } from './kinds/kind.ts';
import { type RowProblem, shorten } from './row-problem.ts';

type Found = { file: string; line: number; value: string | null; reason: string; fix: string };

/** Takes the rows out of staging that the kind's checks object to, and reports each. */
export async function checkKind(
  session: Session,
  kind: Kind,
  report: (problem: RowProblem) => void,
): Promise<void> {
  await repeatedKeys(session, kind, report);
  for (const check of kind.checks) await failing(session, kind, check, report);
  if (kind.checkFurther === 'account-tree') await accountTreeProblems(session, report);
  if (kind.checkFurther === 'alias-chains') await aliasChainProblems(session, report);
}

async function failing(
  { db }: Session,
  kind: Kind,
  check: RowCheck,
  report: (problem: RowProblem) => void,
): Promise<void> {
  const { rows } = await sql<Found>`
    with bad as (
      delete from ${sql.table(stageOf(kind))} s where ${sql.raw(check.where)}
      returning s.file, s.line, s.${sql.ref(check.column)}::text as value,
        ${sql.raw(check.reason)} as reason, ${sql.raw(check.fix)} as fix
    ) select * from bad order by file, line`.execute(db);
  for (const row of rows) {
    report({ ...row, column: check.column, value: shorten(row.value ?? '') });
  }
}

/** The first row with a key stays; what an exact repetition means is the kind's say. */
async function repeatedKeys(
  { db }: Session,
  kind: Kind,
  report: (problem: RowProblem) => void,
): Promise<void> {
  const key = kind.key.length > 0 ? sql.join(kind.key.map((column) => sql.ref(column))) : sql`1`;
  const same = kind.sameIfEqual
    ? sql`(${sql.join(
        kind.sameIfEqual.map((column) => sql`s.${sql.ref(column)} = d.${sql.ref(`first_${column}`)}`),
        sql` and `,
      )})`
    : sql`false`;
  const firsts = (kind.sameIfEqual ?? []).map(
    (column) => sql`, first_value(${sql.ref(column)}) over w as ${sql.ref(`first_${column}`)}`,
  );
  const { rows } = await sql<Found & { same: boolean; first_file: string; first_line: number }>`
    with d as (
      select ctid as place, row_number() over w as nth,
        first_value(file) over w as first_file, first_value(line) over w as first_line
        ${sql.join(firsts, sql``)}
      from ${sql.table(stageOf(kind))}
      window w as (partition by ${key} order by file, line, ctid)
    ), bad as (
      delete from ${sql.table(stageOf(kind))} s using d where s.ctid = d.place and d.nth > 1
      returning s.file, s.line, ${sql.raw(shownKey(kind))} as value, ${same} as same, d.first_file, d.first_line
    ) select * from bad order by file, line`.execute(db);
  for (const row of rows) {
    if (row.same) continue;
    const where =
      row.first_file === row.file ? `line ${row.first_line}` : `${row.first_file}, line ${row.first_line}`;
    report({
      file: row.file,
      line: row.line,
      column: kind.key.join(', '),
      value: shorten(row.value ?? ''),
      ...(kind.sameIfEqual
        ? {
            reason: `The same record belongs to another ${kind.sameIfEqual.join(', ')} in ${where}.`,
            fix: 'Keep the row that is right.',
          }
        : { reason: `The same key stands in ${where} already.`, fix: 'Remove one of the two rows.' }),
    });
  }
}

function shownKey(kind: Kind): string {
  return kind.key.length > 0
    ? `concat_ws(', ', ${kind.key.map((column) => `s."${column}"`).join(', ')})`
    : `''`;
}
