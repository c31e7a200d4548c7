import { posix } from 'node:path';
import { blankComments } from './blank-comments.ts';

export interface Import {
  specifier: string;
  /** Erased by the compiler: `import type` or `export type`. Inline `type` names keep the import at run time. */
  typeOnly: boolean;
  /** 1-based. */
  line: number;
}

const STATEMENT =
  /^[ \t]*(?:import|export)\s+(type\s+(?!from\b|,|=))?(?:[\w$*{}\s,]+?\s+from\s*|[\w$*{}\s,]*?\}\s*from\s*)(['"])([^'"\n]+)\2/gm;
const BARE = /^[ \t]*import\s*(['"])([^'"\n]+)\1/gm;
const DYNAMIC = /(typeof\s+)?\bimport\(\s*(['"`])([^'"`\n]+)\2/g;

/** All imports and re-exports of a module, static and dynamic, in order of their line. */
export function parseImports(source: string): Import[] {
  const code = blankComments(source);
  const executed = blankComments(source, { strings: true });
  const matches = (pattern: RegExp): RegExpExecArray[] =>
    [...code.matchAll(pattern)].filter((match) => {
      const keyword = match.index + match[0].search(/\b(import|export)\b/);
      return executed.slice(keyword, keyword + 6) === code.slice(keyword, keyword + 6);
    });
  const lineOf = (index: number): number => code.slice(0, index).split('\n').length;
  const found: Import[] = [];
  for (const match of matches(STATEMENT)) {
    const lead = match[0].length - match[0].trimStart().length;
    found.push({
      specifier: match[3] as string,
      typeOnly: match[1] !== undefined,
      line: lineOf(match.index + lead),
    });
  }
  for (const match of matches(BARE)) {
    found.push({ specifier: match[2] as string, typeOnly: false, line: lineOf(match.index) });
  }
  for (const match of matches(DYNAMIC)) {
    found.push({
      specifier: match[3] as string,
      typeOnly: match[1] !== undefined,
      line: lineOf(match.index),
    });
  }
  return found.filter(({ specifier }) => !specifier.includes('${')).sort((a, b) => a.line - b.line);
}

export type Target = { kind: 'file'; path: string } | { kind: 'package'; name: string };

/** What a specifier means in `from`: a file of ours (query stripped) or a package (`@scope/name`, `node:fs`). */
export function resolveImport(from: string, specifier: string): Target {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), bare) };
  const parts = bare.split('/');
  const name = bare.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
  return { kind: 'package', name };
}
