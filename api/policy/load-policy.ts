import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { PolicyDocument } from '../../lib/contract/policy-document.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { Policy } from '../../lib/engine/types.ts';
import { UserError } from '../user-error.ts';
import { compilePolicy } from './compile-policy.ts';
import { lintBlocking } from './lint/lint-policy.ts';
import { policyWords } from './policy-words.ts';
import { schemaFault } from './schema-fault.ts';

/** One version of the business concept: as written, as computed with, as shown. */
export interface LoadedPolicy {
  document: PolicyDocument;
  policy: Policy;
  words: PolicyWords;
}

/** A concept as written, with the line of each of its parts. */
export interface PolicySource {
  document: PolicyDocument;
  /** Line of the deepest part of the path that is there; null where none is. */
  lineOf: (path: readonly PropertyKey[]) => number | null;
}

export const DEFAULT_POLICY_PATH = fileURLToPath(new URL('../../policy/abcz-ladder.yaml', import.meta.url));

/**
 * Reads a business concept from YAML.
 * @throws UserError with one line per fault, each with its place and what is wrong there.
 */
export function loadPolicy(path: string = DEFAULT_POLICY_PATH): LoadedPolicy {
  return loadPolicyText(readPolicyText(path), path);
}

/**
 * The same from text; `source` names it in messages.
 * @throws UserError with one line per fault
 */
export function loadPolicyText(text: string, source: string): LoadedPolicy {
  const { document, lineOf } = parsePolicySource(text, source);
  const faults = lintBlocking(document);
  if (faults.length > 0) {
    const lines = faults.map(({ path: at, why, fix }) => {
      return `${place(source, lineOf(at))}: ${at.join('.')}: ${why} ${fix}`;
    });
    throw new UserError(lines.join('\n'));
  }
  return { document, policy: compilePolicy(document), words: policyWords(document) };
}

/**
 * Text of a policy file.
 * @throws UserError where it cannot be read.
 */
export function readPolicyText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      `${path}: cannot be read (${(error as Error).message}); give the path of a policy file`,
    );
  }
}

/**
 * A concept from text, checked against the schema but not yet thought through; `source` names it in messages.
 * @throws UserError with one line per fault.
 */
export function parsePolicySource(text: string, source: string): PolicySource {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, schema: 'core' });
  if (yaml.errors.length > 0) {
    throw new UserError(yaml.errors.map(({ message }) => `${source}: ${message}`).join('\n'));
  }
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    for (let length = path.length; length > 0; length--) {
      const node = yaml.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  const parsed = PolicyDocument.safeParse(yaml.toJS());
  if (parsed.success) return { document: parsed.data, lineOf };
  const faults = parsed.error.issues.map((issue) => {
    const { path } = issue;
    return `${place(source, lineOf(path))}: ${path.join('.') || 'document'}: ${schemaFault(issue)}`;
  });
  throw new UserError(faults.join('\n'));
}

function place(source: string, line: number | null): string {
  return line === null ? source : `${source}:${line}`;
}
