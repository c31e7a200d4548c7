import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { PolicyDocument } from '../../lib/contract/policy-document.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { Policy } from '../../lib/engine/types.ts';
import { UserError } from '../user-error.ts';
import { compilePolicy } from './compile-policy.ts';
import { policyWords } from './policy-words.ts';

/** One version of the business concept: as written, as computed with, as shown. */
export interface LoadedPolicy {
  document: PolicyDocument;
  policy: Policy;
  words: PolicyWords;
}

export const DEFAULT_POLICY_PATH = fileURLToPath(new URL('../../policy/abcz-ladder.yaml', import.meta.url));

/**
 * Reads a business concept from YAML.
 * @throws UserError with one line per fault, each with its place and what is wrong there.
 */
export function loadPolicy(path: string = DEFAULT_POLICY_PATH): LoadedPolicy {
  return parsePolicy(readText(path), path);
}

/** The same from text; `source` names it in messages. */
export function parsePolicy(text: string, source: string): LoadedPolicy {
  const lines = new LineCounter();
  // The timestamp tag stays off, so that dates remain the text they are written as.
  const yaml = parseDocument(text, { lineCounter: lines, schema: 'core' });
  if (yaml.errors.length > 0) {
    throw new UserError(yaml.errors.map(({ message }) => `${source}: ${message}`).join('\n'));
  }
  const parsed = PolicyDocument.safeParse(yaml.toJS());
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const at = lineOf(yaml, lines, path);
      return `${source}${at}: ${path.join('.') || 'document'}: ${message}`;
    });
    throw new UserError(faults.join('\n'));
  }
  const document = parsed.data;
  return { document, policy: compilePolicy(document), words: policyWords(document) };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      `${path}: cannot be read (${(error as Error).message}); give the path of a policy file`,
    );
  }
}

/** Line of the deepest node on the path that exists. */
function lineOf(
  yaml: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): string {
  for (let length = path.length; length > 0; length--) {
    const node = yaml.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return `:${lines.linePos(node.range[0]).line}`;
  }
  return '';
}
