import type { CsvRow } from '../read-csv.ts';

/** A row a preset makes up from its own knowledge or from several rows of a file. */
export function madeRow(file: string, values: Record<string, string>, line = 0): CsvRow {
  return { file, line, values, problem: null };
}

/** The same place in the file, other columns. */
export function reshaped(row: CsvRow, values: Record<string, string>): CsvRow {
  return { ...row, values };
}

export async function* rowsOf(rows: Iterable<CsvRow>): AsyncGenerator<CsvRow> {
  yield* rows;
}
