import type { PolicyDocument } from '../../../lib/contract/policy-document.ts';
import type { Portfolio } from '../../../lib/engine/assessment.ts';
import { compilePolicy } from '../compile-policy.ts';
import { lintCare } from './care-rules.ts';
import type { Finding } from './finding.ts';
import { lintPortfolio } from './portfolio-rules.ts';
import { lintReferences } from './references.ts';
import { lintFunding, lintReach } from './tier-rules.ts';
import { lintValues } from './values.ts';

export interface LintContext {
  /** `YYYY-MM-DD`. */
  today: string;
  /** The accounts as judged under this concept; without it L-01, L-05 and L-07 stay silent. */
  portfolio?: Portfolio;
}

/** "Denken Sie Ihr Konzept kritisch durch": all findings on a business concept (domain §17.3). */
export function lintPolicy(document: PolicyDocument, context: LintContext): Finding[] {
  const blocking = lintBlocking(document);
  if (blocking.length > 0) return blocking;
  const policy = compilePolicy(document);
  return [
    ...lintReach(policy),
    ...lintFunding(document, policy),
    ...lintCare(document, context.today),
    ...(context.portfolio ? lintPortfolio(context.portfolio) : []),
  ];
}

/** Findings without whose cure nothing can be computed. */
export function lintBlocking(document: PolicyDocument): Finding[] {
  return [...lintReferences(document), ...lintValues(document)];
}
