import type { RowProblem } from './row-problem.ts';

/** What an import has done, or would have done. */
export interface ImportReport {
  /** False after a dry run, or where bad rows kept all from being applied. */
  applied: boolean;
  kinds: readonly KindReport[];
  inserted: number;
  changed: number;
  unchanged: number;
  /** Every bad row, in the order of files and lines. */
  problems: readonly RowProblem[];
  /** Bad rows left out while the good ones were applied. */
  quarantined: number;
  /** Of all lines booked so far, for comparison with the books; null before the first line. */
  totals: BookTotals | null;
  notes: readonly string[];
}

export interface KindReport {
  kind: string;
  inserted: number;
  changed: number;
  unchanged: number;
  bad: number;
}

/** Sums in cents of the company's currency. */
export interface BookTotals {
  net: number;
  db2: number;
  currency: string;
  /** First and last day booked. */
  from: string;
  to: string;
}
