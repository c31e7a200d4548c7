/** Why one row of a file cannot be taken, and what would make it right. */
export interface RowProblem {
  /** File name without folder. */
  file: string;
  /** Line in the file, the header is line 1; 0 concerns the whole file. */
  line: number;
  /** Column as the file names it; empty where the row as a whole is meant. */
  column: string;
  /** The offending text, cut to a readable length. */
  value: string;
  reason: string;
  fix: string;
}

/** A field that cannot be understood. */
export class FieldProblem {
  readonly reason: string;
  readonly fix: string;

  constructor(reason: string, fix: string) {
    this.reason = reason;
    this.fix = fix;
  }
}

const SHOWN_CHARACTERS = 80;

export function shorten(text: string): string {
  return text.length <= SHOWN_CHARACTERS
    ? text
    : `${text.slice(0, SHOWN_CHARACTERS)}… (${text.length} characters)`;
}

/** `file:line column "value": reason Fix.` */
export function problemText({ file, line, column, value, reason, fix }: RowProblem): string {
  const place = line > 0 ? `${file}, line ${line}` : file;
  const what = column ? `, ${column}${value ? ` "${value}"` : ''}` : '';
  return `${place}${what}: ${reason} ${fix}`;
}
