import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { FIXTURE_POLICY } from '../support/fixture-policy.ts';

const LONG = {
  de: 'Persönliche Premiumbetreuung mit vierteljährlicher Strategiebesprechung im Hause des Kunden',
  en: 'Personal premium care with a quarterly strategy review on the customer’s own premises',
};

/** The fixture's policy with as many tiers as told, and level names as long as somebody may write them. */
export function policyWithTiers(count: number): PolicyWords {
  return {
    ...FIXTURE_POLICY,
    tiers: Array.from({ length: count }, (_, index) => ({
      id: String.fromCharCode(65 + index),
      rank: index + 1,
      name: { de: `Stufe ${String.fromCharCode(65 + index)}`, en: `Tier ${String.fromCharCode(65 + index)}` },
    })),
    levels: FIXTURE_POLICY.levels.map((level) =>
      level.field ? { ...level, name: LONG, shortName: { de: 'Premiumplus', en: 'Premiumplus' } } : level,
    ),
  };
}
