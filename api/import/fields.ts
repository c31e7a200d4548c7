import { FieldProblem } from './row-problem.ts';

export type FieldValue = string | number | boolean | null | string[];
/** Turns the text of a field into its value; the text is trimmed. */
export type FieldParser = (text: string) => FieldValue | FieldProblem;

/** Ids and names longer than this are cut-and-paste accidents or attacks; no CRM allows more. */
export const MAX_TEXT = 255;
const MAX_INTEGER_DIGITS = 12;
/** Books older than this do not exist: the date was mistyped. */
const OLDEST_DATE = '1970-01-01';

/** Text kept as it is, mark-up included: it is never interpreted anywhere. */
export function text(text: string): FieldValue | FieldProblem {
  if (text.length > MAX_TEXT) {
    return new FieldProblem(
      `The text has ${text.length} characters, at most ${MAX_TEXT} are taken.`,
      'Shorten it.',
    );
  }
  if (/\p{Cc}/u.test(text)) {
    return new FieldProblem('The text contains a control character.', 'Remove line breaks and tabs from it.');
  }
  if (text.includes('\ufffd')) {
    return new FieldProblem(
      'The text contains the sign � that stands for lost letters: the file was converted wrongly before.',
      'Export it again as UTF-8 from its source.',
    );
  }
  return text;
}

export const required =
  (parse: FieldParser): FieldParser =>
  (value) =>
    value === '' ? new FieldProblem('The field is empty.', 'Fill it in.') : parse(value);

/** An empty field becomes null. */
export const optional =
  (parse: FieldParser): FieldParser =>
  (value) =>
    value === '' ? null : parse(value);

/** A decimal number as text; the database makes cents of it, in one place. */
export function decimal(value: string): FieldValue | FieldProblem {
  if (/^[+-]?\d+(\.\d+)?$/.test(value)) {
    const [whole = '', part = ''] = value.replace(/^[+-]/, '').split('.');
    if (whole.replace(/^0+/, '').length > MAX_INTEGER_DIGITS || part.length > 30) {
      return new FieldProblem(
        'The number is too long.',
        `At most ${MAX_INTEGER_DIGITS} digits before the point.`,
      );
    }
    return value.replace(/^\+/, '');
  }
  if (/^[+-]?\d{1,3}([.\s'’]\d{3})*,\d+$/.test(value) || /^[+-]?\d+,\d+$/.test(value)) {
    return new FieldProblem('The number is written with a decimal comma.', `Write ${germanToPoint(value)}.`);
  }
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(value)) {
    return new FieldProblem('The number has thousands separators.', `Write ${value.replaceAll(',', '')}.`);
  }
  return new FieldProblem('This is not a number.', 'Write it like 1234.56, without currency sign.');
}

function germanToPoint(value: string): string {
  return value.replace(/[.\s'’]/g, '').replace(',', '.');
}

export const notNegative =
  (parse: FieldParser): FieldParser =>
  (value) => {
    const parsed = parse(value);
    const negative =
      typeof parsed === 'number' ? parsed < 0 : typeof parsed === 'string' && parsed.startsWith('-');
    return negative ? new FieldProblem('The number is negative.', 'Write zero or more.') : parsed;
  };

export const integer =
  (atLeast: number, atMost: number): FieldParser =>
  (value) => {
    const number = /^-?\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    return number >= atLeast && number <= atMost
      ? number
      : new FieldProblem('The number does not fit.', `Write a whole number from ${atLeast} to ${atMost}.`);
  };

/** A day, `YYYY-MM-DD`. */
export function date(value: string): FieldValue | FieldProblem {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) {
    return new FieldProblem('This is not a date.', 'Write it as YYYY-MM-DD, for example 2026-03-31.');
  }
  return value < OLDEST_DATE ? new FieldProblem('The date lies before 1970.', 'Correct the year.') : value;
}

/** A day on which something has been booked: not after today. */
export const pastDate =
  (today: string): FieldParser =>
  (value) => {
    const parsed = date(value);
    return typeof parsed === 'string' && parsed > today
      ? new FieldProblem(
          `The date lies in the future (today is ${today}).`,
          'Correct it, or import the row when the day has come.',
        )
      : parsed;
  };

/** A month, `YYYY-MM`. */
export function month(value: string): FieldValue | FieldProblem {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
    ? value
    : new FieldProblem('This is not a month.', 'Write it as YYYY-MM, for example 2026-03.');
}

export function oneOf(what: string, values: Iterable<string>): FieldParser {
  const allowed = new Set(values);
  return (value) =>
    allowed.has(value)
      ? value
      : new FieldProblem(`This ${what} is unknown.`, `Write one of: ${[...allowed].join(', ')}.`);
}

export function yesNo(value: string): FieldValue | FieldProblem {
  if (value === 'yes') return true;
  if (value === 'no' || value === '') return false;
  return new FieldProblem('This is neither yes nor no.', 'Write yes or no.');
}

/** Items separated by semicolons; an empty field is an empty list. */
export const list =
  (parse: FieldParser): FieldParser =>
  (value) => {
    if (value === '') return [];
    const items: string[] = [];
    for (const item of value.split(';')) {
      const parsed = parse(item.trim());
      if (parsed instanceof FieldProblem) return parsed;
      items.push(String(parsed));
    }
    return items;
  };

export function currency(value: string): FieldValue | FieldProblem {
  return /^[A-Z]{3}$/.test(value)
    ? value
    : new FieldProblem('This is not a currency.', 'Write its three letters, for example EUR.');
}

/** Above 0, at most 1. */
export function share(value: string): FieldValue | FieldProblem {
  const number = /^[01](\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  return number > 0 && number <= 1
    ? value
    : new FieldProblem('This is not a share.', 'Write a decimal above 0 and at most 1, for example 0.10.');
}
