import type { Routing } from './assessment.ts';
import { levelIndex } from './level.ts';
import { policyTables } from './policy-tables.ts';
import type { Policy, UserState } from './types.ts';

export interface RoutingFacts {
  ownerPool: string | null;
  suggestedLevel: string;
  caseActive: boolean;
  provisional: boolean;
  userState: UserState;
}

/**
 * What inside sales does with an incoming request (domain §7.3): serves it where the suggested level has no
 * field care, puts through where the field serves or a case or a new relation asks for the owner.
 */
export function routingOf(policy: Policy, facts: RoutingFacts): Routing {
  if (facts.ownerPool === null) return { verb: 'serve', reason: 'no-owner' };
  if (facts.caseActive) return { verb: 'through', reason: 'case' };
  if (facts.provisional) return { verb: 'through', reason: 'new' };
  if (!hasFieldCare(policy, facts.suggestedLevel)) return { verb: 'serve', reason: 'level-inside' };
  return { verb: 'through', reason: facts.userState === 'review' ? 'review' : 'level-field' };
}

export function hasFieldCare(policy: Policy, level: string): boolean {
  const minutes = policyTables(policy).levelMinutes[levelIndex(policy, level)]!;
  return policy.fieldPools.some((pool) => (minutes[pool] ?? 0) > 0);
}

/** Some topics are never handed over, whatever the level says (domain §7.3). */
export function routeRequest(
  policy: Pick<Policy, 'neverRoute'>,
  routing: Pick<Routing, 'verb'>,
  topic: string,
): Routing['verb'] {
  return policy.neverRoute.includes(topic) ? 'through' : routing.verb;
}
