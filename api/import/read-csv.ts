import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decode, type Encoding } from './decode.ts';
import { FileProblem } from './file-problem.ts';
import { type RowProblem, shorten } from './row-problem.ts';

/** One row of a CSV file: its columns by name, or why it cannot be read. */
export interface CsvRow {
  file: string;
  line: number;
  values: Readonly<Record<string, string>>;
  problem: RowProblem | null;
}

/** No record of ours is longer; more means that a quote was never closed. */
const MAX_RECORD_BYTES = 1_000_000;
const LINE_FEED = 0x0a;

export interface CsvOptions {
  encoding: Encoding;
  /** Columns the file must have; further ones are passed on as they are. */
  required: readonly string[];
  /**
   * For files known to leave commas in later, unneeded columns unquoted: a row with too many columns is taken,
   * since the required columns stand before.
   */
  surplusColumns?: 'ignored';
  onProgress?: ((progress: { file: string; read: number; size: number }) => void) | undefined;
  /** The last line has no end: a copy may have been cut off there. */
  onOpenEnd?: (file: string) => void;
}

/**
 * Rows of a CSV file with a header, one by one.
 * @throws FileProblem where the file as a whole cannot be trusted: wrong encoding, header, unclosed quote
 */
export async function* readCsv(path: string, options: CsvOptions): AsyncGenerator<CsvRow> {
  const file = basename(path);
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  const text = decode(file, countBytes(path, file, options), options.encoding);
  pipeline(Readable.from(text), parser, () => undefined);
  let header: string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (header === null) {
        header = checkHeader(file, record, options.required);
        continue;
      }
      yield rowOf(file, info.lines, header, record, options.surplusColumns === 'ignored');
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(file, error) : error;
  }
  if (header === null) {
    throw new FileProblem({
      file,
      line: 0,
      column: '',
      value: '',
      reason: 'The file is empty.',
      fix: `Its first line must name the columns: ${options.required.join(',')}.`,
    });
  }
}

async function* countBytes(path: string, file: string, options: CsvOptions): AsyncGenerator<Uint8Array> {
  let last = LINE_FEED;
  let read = 0;
  const { size } = await stat(path);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Uint8Array;
    read += bytes.length;
    options.onProgress?.({ file, read, size });
    last = bytes.at(-1) ?? last;
    yield bytes;
  }
  if (last !== LINE_FEED && options.encoding !== 'utf-16le') options.onOpenEnd?.(file);
}

function checkHeader(file: string, columns: string[], required: readonly string[]): string[] {
  const names = columns.map((name) => name.trim());
  const header = { file, line: 1, value: names.join(',') };
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0 && names.length === 1 && /[;\t]/.test(names[0] as string)) {
    throw new FileProblem({
      ...header,
      column: '',
      reason: 'The columns are separated by semicolons or tabs.',
      fix: 'Export the file with commas, and amounts with a decimal point.',
    });
  }
  if (missing.length > 0) {
    throw new FileProblem({
      ...header,
      column: missing.join(', '),
      reason: 'The header lacks columns.',
      fix: `Add them; the file needs ${required.join(',')}.`,
    });
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return names;
  throw new FileProblem({
    ...header,
    column: twice,
    reason: 'The header names a column twice.',
    fix: 'Remove or rename one of them.',
  });
}

function rowOf(file: string, line: number, header: string[], record: string[], surplus: boolean): CsvRow {
  const values: Record<string, string> = Object.create(null);
  for (let i = 0; i < header.length; i++) values[header[i] as string] = record[i] ?? '';
  const fits = record.length === header.length || (surplus && record.length > header.length);
  const problem = fits ? null : wrongCount(file, line, header.length, record);
  return { file, line, values, problem };
}

function wrongCount(file: string, line: number, wanted: number, record: string[]): RowProblem {
  const few = record.length < wanted;
  return {
    file,
    line,
    column: '',
    value: shorten(record.join(',')),
    reason: `The row has ${record.length} columns, the header ${wanted}.`,
    fix: few
      ? 'The file may have been cut off here: export it again.'
      : 'A comma inside a text needs quotes around the text; amounts are written with a decimal point and no thousands separator (1234.56).',
  };
}

function unreadable(file: string, error: CsvError): FileProblem {
  const line = typeof error.lines === 'number' ? error.lines : 0;
  const place = { file, line, column: '', value: '' };
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileProblem({
      ...place,
      reason: 'A quote is opened and never closed, so all that follows cannot be told apart.',
      fix: 'The file may have been cut off: export it again, or close the quote.',
    });
  }
  return new FileProblem({
    ...place,
    reason: `The line is not valid CSV (${error.message}).`,
    fix: 'Put quotes around texts that contain quotes, and double the quotes inside.',
  });
}
