import { parsePolicySource, readPolicyText } from '../load-policy.ts';
import type { Finding } from './finding.ts';
import { type LintContext, lintPolicy } from './lint-policy.ts';

export interface PlacedFinding extends Finding {
  line: number | null;
}

/**
 * Findings on a policy file, in the order of its lines.
 * @throws UserError where it cannot be read as a policy at all
 */
export function lintFile(file: string, context: LintContext): PlacedFinding[] {
  return lintText(readPolicyText(file), file, context);
}

/**
 * The same from text; `source` names it in messages.
 * @throws UserError where it cannot be read as a policy at all
 */
export function lintText(text: string, source: string, context: LintContext): PlacedFinding[] {
  const { document, lineOf } = parsePolicySource(text, source);
  return lintPolicy(document, context)
    .map((finding) => ({ ...finding, line: lineOf(finding.path) }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The findings for the eye. */
export function findingsText(file: string, findings: readonly PlacedFinding[]): string {
  if (findings.length === 0) return `${file}: nothing found\n`;
  return findings
    .map(({ rule, severity, path, line, why, fix }) => {
      return `${file}:${line ?? 1}: ${severity} ${rule} at ${path.join('.')}\n  ${why}\n  → ${fix}\n`;
    })
    .join('');
}
