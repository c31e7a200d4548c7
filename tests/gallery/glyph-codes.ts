import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';

export function glyphCode(change: Partial<GlyphCode> = {}): GlyphCode {
  return {
    tier: 'A',
    letter: 'A',
    rank: 1,
    fill: 'filled',
    level: 'EXKLUSIV',
    sign: 'carries',
    state: 'carries',
    due: false,
    route: 'through',
    pool: 'field',
    ...change,
  };
}

const INSIDE = { level: 'BASIS', fill: 'outline', route: 'serve', pool: 'inside' } as const;
const SELF = { level: 'SELF', fill: 'dashed', route: 'serve', pool: 'inside' } as const;

/** The badges of the reviewed picture of the design, by what they stand for. */
export const STATES: Readonly<Record<string, GlyphCode>> = {
  due: glyphCode({ due: true }),
  carries: glyphCode(),
  carriesB: glyphCode({ tier: 'B', letter: 'B', rank: 2, level: 'KOMFORT' }),
  even: glyphCode({ tier: 'B', letter: 'B', rank: 2, level: 'KOMFORT', sign: 'even', state: 'even' }),
  evenInside: glyphCode({ tier: 'C', letter: 'C', rank: 3, ...INSIDE, sign: 'even', state: 'even' }),
  carried: glyphCode({ tier: 'C', letter: 'C', rank: 3, ...INSIDE, sign: 'carried', state: 'carried' }),
  plan: glyphCode({ tier: 'B', letter: 'B', rank: 2, level: 'KOMFORT', sign: 'plan', state: 'plan' }),
  review: glyphCode({ tier: 'Z', letter: 'Z', rank: 4, ...SELF, sign: 'carried', state: 'review' }),
  open: glyphCode({ tier: 'C', letter: 'C', rank: 3, ...INSIDE, sign: 'open', state: 'open' }),
};

/** One customer per tier of a policy, from field visits down to no active care. */
export function oneOfEachTier({ tiers }: PolicyWords): GlyphCode[] {
  const cares = [{}, INSIDE, SELF];
  return tiers.map(({ id, rank }, index) =>
    glyphCode({
      tier: id,
      letter: id,
      rank,
      ...cares[Math.floor((index / tiers.length) * cares.length)],
      ...(index % 2 === 0 ? {} : { sign: 'carried', state: 'carried' }),
    }),
  );
}
