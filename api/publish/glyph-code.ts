import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { Assessment } from '../../lib/engine/assessment.ts';
import type { UserState } from '../../lib/engine/types.ts';

/** Six headlines, four signs (visual language, States). */
const SIGN_OF: Readonly<Record<UserState, GlyphCode['sign']>> = {
  carries: 'carries',
  even: 'even',
  carried: 'carried',
  review: 'carried',
  plan: 'plan',
  open: 'open',
};

/** What the badge of an account draws. */
export function glyphCode(words: PolicyWords, account: Assessment): GlyphCode {
  const tier = words.tiers.find(({ id }) => id === account.tier);
  const level = words.levels.find(({ id }) => id === account.suggestedLevel);
  return {
    tier: account.tier,
    letter: [...account.tier][0] ?? '',
    rank: tier?.rank ?? words.tiers.length,
    fill: level?.passive ? 'dashed' : level?.field ? 'filled' : 'outline',
    level: account.suggestedLevel,
    sign: SIGN_OF[account.userState],
    state: account.userState,
    due: account.due,
    route: account.routing.verb,
    pool: account.servedBy,
  };
}
