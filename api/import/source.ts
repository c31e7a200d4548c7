import type { KindName } from './kinds/index.ts';
import type { CsvRow } from './read-csv.ts';

/** Rows of one kind, from a file of that kind or made by a preset from files of another shape. */
export interface Source {
  kind: KindName;
  rows(): AsyncIterable<CsvRow>;
  /** Our column → the file's own name for it, so that a problem names what the reader sees. */
  columnNames?: Readonly<Record<string, string>>;
}

/** What presets and plain files need to read. */
export interface Reading {
  read(path: string, required: readonly string[], surplusColumns?: 'ignored'): AsyncIterable<CsvRow>;
  /** Planned capacity rate of a pool by the policy, as decimal text per hour; null where it has none. */
  plannedRate(pool: string): string | null;
  note(text: string): void;
}

/** Takes paths (files, or a folder that holds them) and finds what it can read. */
export type Preset = (paths: readonly string[], reading: Reading) => Promise<Source[]>;
