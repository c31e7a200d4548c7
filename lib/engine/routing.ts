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

/** Few answers for many accounts: each is one object. */
const ROUTINGS = {
  'no-owner': { verb: 'serve', reason: 'no-owner' },
  case: { verb: 'through', reason: 'case' },
  new: { verb: 'through', reason: 'new' },
  'level-inside': { verb: 'serve', reason: 'level-inside' },
  review: { verb: 'through', reason: 'review' },
  'level-field': { verb: 'through', reason: 'level-field' },
} as const satisfies Readonly<Record<Routing['reason'], Routing>>;

/**
 * What inside sales does with an incoming request (domain §7.3): serves it where the suggested level has no
 * field care, puts through where the field serves or a case or a new relation asks for the owner.
 */
export function routingOf(policy: Policy, facts: RoutingFacts): Routing {
  if (facts.ownerPool === null) return ROUTINGS['no-owner'];
  if (facts.caseActive) return ROUTINGS.case;
  if (facts.provisional) return ROUTINGS.new;
  if (!hasFieldCare(policy, facts.suggestedLevel)) return ROUTINGS['level-inside'];
  return facts.userState === 'review' ? ROUTINGS.review : ROUTINGS['level-field'];
}

export function hasFieldCare(policy: Policy, level: string): boolean {
  return policyTables(policy).fieldCare[levelIndex(policy, level)]!;
}

/** Some topics are never handed over, whatever the level says (domain §7.3). */
export function routeRequest(
  policy: Pick<Policy, 'neverRoute'>,
  routing: Pick<Routing, 'verb'>,
  topic: string,
): Routing['verb'] {
  return policy.neverRoute.includes(topic) ? 'through' : routing.verb;
}
