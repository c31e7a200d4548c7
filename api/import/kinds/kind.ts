import type { FieldParser, FieldValue } from '../fields.ts';
import type { CsvRow } from '../read-csv.ts';
import type { FieldProblem } from '../row-problem.ts';

/** A column of the CSV and what becomes of it in the staging table. */
export interface Field {
  column: string;
  /** SQL type in the staging table. */
  type: string;
  parse: FieldParser;
  /** True where a file may leave the column out; it then counts as empty. */
  mayLack?: boolean;
}

/**
 * A condition in SQL over the staged rows (alias `s`) that makes a row bad. Runs after the kinds named before
 * have been applied, in the same transaction.
 */
export interface RowCheck {
  where: string;
  /** Column of the CSV that is to blame. */
  column: string;
  /** SQL expressions of the texts. */
  reason: string;
  fix: string;
}

/** One kind of import file: its columns, what makes a row bad, and where good rows go. */
export interface Kind {
  /** Also the name of its file. */
  name: string;
  fields: readonly Field[];
  /** Makes several rows of one, before anything is checked; the row itself where there is nothing to split. */
  expand?(row: CsvRow): readonly CsvRow[];
  /** Values made from several fields (a record key), added to the staged row under these names. */
  derived?: {
    columns: readonly { column: string; type: string }[];
    derive(
      values: Readonly<Record<string, FieldValue>>,
    ): FieldValue[] | { column: string; problem: FieldProblem };
  };
  /** Staged columns that make a row unique within the files. */
  key: readonly string[];
  /** Staged columns a repeated key may repeat without harm; absent: a repeated key is always a mistake. */
  sameIfEqual?: readonly string[];
  checks: readonly RowCheck[];
  /** Checks that SQL alone cannot make. */
  checkFurther?: 'account-tree' | 'alias-chains';
  target: {
    table: string;
    key: readonly string[];
    /** Column of the target table → SQL expression over the staged row `s`. */
    columns: Readonly<Record<string, string>>;
    /** Natural key: a row with this key under another primary key has moved, and its old place is removed. */
    naturalKey?: readonly string[];
  };
  /** Statements to run once the rows are in. */
  after?: readonly string[];
}

/** Name of the staging table. */
export function stageOf(kind: Kind): string {
  return `stage_${kind.name.replaceAll('-', '_')}`;
}
