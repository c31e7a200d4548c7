/**
 * The same text with comments (and, on request, regular expressions and the insides of strings) replaced by spaces, so that line numbers
 * stay and a pattern cannot match what nobody executes. Knows strings, template literals and both kinds of
 * comment; a regular expression literal is recognised where a value may start.
 */
export function blankComments(source: string, options: { strings?: boolean } = {}): string {
  let out = '';
  let at = 0;
  const keep = (length: number): void => {
    out += source.slice(at, at + length);
    at += length;
  };
  const blank = (end: number): void => {
    out += source.slice(at, end).replace(/[^\n]/g, ' ');
    at = end;
  };
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    if (two === '//') blank(endOf(source.indexOf('\n', at), source));
    else if (two === '/*') blank(endOf(source.indexOf('*/', at + 2), source, 2));
    else if (source[at] === '/' && startsValue(out)) {
      if (options.strings) blank(at + regexLength(source, at));
      else keep(regexLength(source, at));
    } else if ('\'"`'.includes(source[at] as string)) {
      const length = stringLength(source, at);
      if (!options.strings) keep(length);
      else {
        keep(1);
        blank(at + Math.max(0, length - 2));
        keep(1);
      }
    } else keep(1);
  }
  return out;
}

function endOf(index: number, source: string, extra = 0): number {
  return index < 0 ? source.length : index + extra;
}

function stringLength(source: string, start: number): number {
  const quote = source[start];
  let at = start + 1;
  while (at < source.length && source[at] !== quote) {
    if (source[at] === '\\') at += 1;
    else if (quote !== '`' && source[at] === '\n') break;
    at += 1;
  }
  return at + 1 - start;
}

function regexLength(source: string, start: number): number {
  const match = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/.exec(
    source.slice(start, start + 2_000),
  );
  return match ? match[0].length : 1;
}

function startsValue(before: string): boolean {
  return /(^|[=([{,;:!&|?+\-*%~^<>]|=>|\breturn|\bcase|\btypeof)\s*$/.test(before.slice(-40));
}
