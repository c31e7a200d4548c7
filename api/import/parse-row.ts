import type { FieldValue } from './fields.ts';
import { type Kind, stageOf } from './kinds/kind.ts';
import type { CsvRow } from './read-csv.ts';
import { FieldProblem, type RowProblem, shorten } from './row-problem.ts';

/** The staged values of a row, or the first thing that is wrong with it. */
export function parseRow(kind: Kind, row: CsvRow): FieldValue[] | RowProblem {
  if (row.problem) return row.problem;
  const parsed: Record<string, FieldValue> = {};
  for (const { column, parse } of kind.fields) {
    const text = (row.values[column] ?? '').trim();
    const value = parse(text);
    if (value instanceof FieldProblem) return problemAt(row, column, text, value);
    parsed[column] = value;
  }
  const derived = kind.derived?.derive(parsed) ?? [];
  if (!Array.isArray(derived)) {
    return problemAt(row, derived.column, String(parsed[derived.column]), derived.problem);
  }
  return [...Object.values(parsed), ...derived];
}

function problemAt(row: CsvRow, column: string, text: string, { reason, fix }: FieldProblem): RowProblem {
  return { file: row.file, line: row.line, column, value: shorten(text), reason, fix };
}

/** Columns of the staging table in the order of the staged values, after the row's place. */
export function stageColumns(kind: Kind): { column: string; type: string }[] {
  return [...kind.fields.map(({ column, type }) => ({ column, type })), ...(kind.derived?.columns ?? [])];
}

/** The staging table lives as long as the transaction. */
export function stageTable(kind: Kind): string {
  const columns = stageColumns(kind).map(({ column, type }) => {
    const collation = type.startsWith('text') ? ' collate "C"' : '';
    return `"${column}" ${type}${collation}`;
  });
  return `create temporary table ${stageOf(kind)} (
    file text, line integer, ${columns.join(', ')}
  ) on commit drop`;
}
