import { sql } from 'kysely';
import type { CopyValue } from '../store/copy-text.ts';
import type { Session } from '../store/store.ts';
import { type Kind, stageOf } from './kinds/kind.ts';
import { parseRow, stageColumns, stageTable } from './parse-row.ts';
import type { RowProblem } from './row-problem.ts';
import type { Source } from './source.ts';

/** Copies the readable rows of a kind into its staging table; the others go to `report`. */
export async function stageKind(
  session: Session,
  kind: Kind,
  sources: readonly Source[],
  report: (problem: RowProblem) => void,
): Promise<void> {
  await sql.raw(stageTable(kind)).execute(session.db);
  const columns = ['file', 'line', ...stageColumns(kind).map(({ column }) => `"${column}"`)];
  await session.copy(stageOf(kind), columns, stagedRows(kind, sources, report));
  // Without statistics the checks would be planned for an empty table.
  await sql`analyze ${sql.table(stageOf(kind))}`.execute(session.db);
}

async function* stagedRows(
  kind: Kind,
  sources: readonly Source[],
  report: (problem: RowProblem) => void,
): AsyncGenerator<CopyValue[]> {
  for (const source of sources) {
    for await (const row of source.rows()) {
      for (const part of kind.expand?.(row) ?? [row]) {
        const values = parseRow(kind, part);
        if (Array.isArray(values)) yield [row.file, row.line, ...values];
        else report(values);
      }
    }
  }
}
