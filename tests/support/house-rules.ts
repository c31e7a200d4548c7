import { blankComments } from './blank-comments.ts';

/** A rule that one file can break on its own. */
export interface HouseRule {
  name: string;
  applies(path: string): boolean;
  /** Lines (1-based) that break it. */
  faults(source: string): number[];
  advice: string;
}

const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');

export const houseRules: readonly HouseRule[] = [
  {
    name: 'no any',
    applies: (path) => isCode(path) && !path.startsWith('tests/conventions'),
    faults: (source) => linesWith(source, /(:\s*any\b|\bas\s+any\b|<any\b|\bany\[\]|,\s*any>)/, false),
    advice: 'use unknown and narrow it, or name the type',
  },
  {
    name: 'listeners, timers and observers end with an AbortSignal',
    applies: (path) => /^lib\/(overlay|detection)\//.test(path) && isCode(path) && !isTest(path),
    faults: endlessWatchers,
    advice: 'pass { signal }, or stop the timer or observer in an abort listener of the same function',
  },
  {
    name: 'no SQL round() on money',
    applies: (path) => path.startsWith('api/') && /\.(ts|sql)$/.test(path) && !isTest(path),
    faults: (source) => linesWith(source, /\bround\s*\(/, true).filter((line) => !inJavaScript(source, line)),
    advice: 'PostgreSQL rounds half away from zero: use half_even_cents(numeric)',
  },
  {
    name: 'no Math.round and no toFixed in money code',
    applies: (path) => /^(lib\/engine|api)\//.test(path) && isCode(path) && !isTest(path),
    faults: (source) => linesWith(source, /\bMath\.round\b|\.toFixed\(/, true),
    advice: 'money is integer cents, rounded half-even by the engine',
  },
  {
    name: 'no clock or chance inside pure code',
    applies: (path) => /^lib\/(engine|contract|util|crm)\//.test(path) && isCode(path) && !isTest(path),
    faults: (source) => linesWith(source, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/, true),
    advice: 'take clock and random as parameters',
  },
];

/** Lines whose executed code matches; `strings` keeps the insides of strings (SQL lives there). */
function linesWith(source: string, pattern: RegExp, strings: boolean): number[] {
  const lines = blankComments(source, { strings: !strings }).split('\n');
  return lines.flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
}

/** `Math.round(` is the other rule's business. */
function inJavaScript(source: string, line: number): boolean {
  return !/(?<!Math\.)\bround\s*\(/.test(source.split('\n')[line - 1] ?? '');
}

/** Starts without a signal in their arguments, in a file that never stops what it started. */
function endlessWatchers(source: string): number[] {
  const code = blankComments(source, { strings: true });
  const lineAt = (index: number): number => code.slice(0, index).split('\n').length;
  const faults: number[] = [];
  // A signal aborts once: what listens to it ends by itself.
  for (const match of code.matchAll(/(?<!signal)\.addEventListener\(/gi)) {
    if (!/\bsignal\b|\bonce:\s*true/.test(argumentsAt(code, match.index))) faults.push(lineAt(match.index));
  }
  const stoppers: readonly [start: RegExp, stop: RegExp][] = [
    [/\bsetInterval\(/g, /clearInterval\([\s\S]*/],
    [/\.observe\(/g, /\.disconnect\(|\.unobserve\(/],
    [/\.onMessage\.addListener\(/g, /\.removeListener\(/],
  ];
  for (const [start, stop] of stoppers) {
    const stops = stop.test(code) && /addEventListener\(\s*['"][^'"]*['"]|signal/.test(code);
    if (stops) continue;
    for (const match of code.matchAll(start)) faults.push(lineAt(match.index));
  }
  return faults.sort((a, b) => a - b);
}

/** Text between the parentheses that open at or after `from`. */
function argumentsAt(code: string, from: number): string {
  const open = code.indexOf('(', from);
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '(') depth += 1;
    if (code[at] === ')') depth -= 1;
    if (depth === 0) return code.slice(open + 1, at);
  }
  return code.slice(open + 1);
}
