import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { tierRank } from '../../lib/i18n/policy-names.ts';

/** How the tier is drawn beside the suggested level, as on the badge. */
export function tierDrawing(
  tier: string,
  level: string,
  policy: PolicyWords,
): { letter: string; rank: number; fill: 'filled' | 'outline' | 'dashed' } {
  const known = policy.levels.find((candidate) => candidate.id === level);
  const fill = known?.field ? 'filled' : known?.passive ? 'dashed' : 'outline';
  return { letter: tier.slice(0, 2), rank: tierRank(policy, tier), fill };
}
