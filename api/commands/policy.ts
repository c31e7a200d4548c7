import type { Command } from 'commander';
import { policyJsonSchema } from '../policy/json-schema.ts';
import type { Finding } from '../policy/lint/finding.ts';
import { lintPolicy } from '../policy/lint/lint-policy.ts';
import { DEFAULT_POLICY_PATH, parsePolicySource, readPolicyText } from '../policy/load-policy.ts';

export function register(program: Command): void {
  const policy = program.command('policy').description('think the business concept through');
  policy
    .command('lint')
    .description('findings on a policy file, each with its place, the reason and a cure')
    .argument('[file]', 'YAML file', DEFAULT_POLICY_PATH)
    .option('--json', 'print the findings as JSON')
    .action((file: string, options: { json?: boolean }) => {
      const findings = lintFile(file, new Date().toISOString().slice(0, 10));
      process.stdout.write(options.json ? `${JSON.stringify(findings, null, 2)}\n` : inWords(file, findings));
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
  policy
    .command('schema')
    .description('JSON Schema of the policy file, for editors')
    .action(() => void process.stdout.write(policyJsonSchema()));
}

export interface PlacedFinding extends Finding {
  line: number | null;
}

/** Findings on a policy file, in the order of its lines. */
export function lintFile(file: string, today: string): PlacedFinding[] {
  const { document, lineOf } = parsePolicySource(readPolicyText(file), file);
  return lintPolicy(document, { today })
    .map((finding) => ({ ...finding, line: lineOf(finding.path) }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function inWords(file: string, findings: readonly PlacedFinding[]): string {
  if (findings.length === 0) return `${file}: nothing found\n`;
  return findings
    .map(({ rule, severity, path, line, why, fix }) => {
      return `${file}:${line ?? 1}: ${severity} ${rule} at ${path.join('.')}\n  ${why}\n  → ${fix}\n`;
    })
    .join('');
}
