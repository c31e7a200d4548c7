import type { z } from 'zod';

const REFERENCE = 'docs/policy-reference.md describes every part';

/** What is wrong with a part of a policy file that does not have the shape of one, and what to do about it. */
export function schemaFault(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `"${key}"`).join(', ');
    return `There is no such part: ${names}. Correct the name or leave it out; ${REFERENCE}.`;
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return `This part is missing. Add it; ${REFERENCE}.`;
  }
  if (issue.code === 'invalid_value') {
    return `This value does not fit. Write ${issue.values.map(String).join(' or ')}.`;
  }
  return `${issue.message}. Correct it; ${REFERENCE}.`;
}
