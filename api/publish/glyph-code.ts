import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
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
export function glyphCode(
  words: PolicyWords,
  row: Pick<WordsRow, 'tier' | 'level' | 'state' | 'due' | 'servedBy'> & {
    routing: Pick<WordsRow['routing'], 'verb'>;
  },
): GlyphCode {
  const tier = words.tiers.find(({ id }) => id === row.tier);
  const level = words.levels.find(({ id }) => id === row.level);
  return {
    tier: row.tier,
    letter: [...row.tier][0] ?? '',
    rank: tier?.rank ?? words.tiers.length,
    fill: level?.passive ? 'dashed' : level?.field ? 'filled' : 'outline',
    level: row.level,
    sign: SIGN_OF[row.state],
    state: row.state,
    due: row.due,
    route: row.routing.verb,
    pool: row.servedBy,
  };
}
