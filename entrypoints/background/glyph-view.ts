import type { GlyphView } from '../../lib/contract/content-messages.ts';
import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { Role, Toggle } from '../../lib/contract/me.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { BadgeTranslator } from '../../lib/i18n/badge-translator.ts';
import { glyphLabel, glyphSentence } from '../../lib/i18n/glyph-sentence.ts';

export interface GlyphContext {
  policy: PolicyWords;
  t: BadgeTranslator;
  toggles: Record<Toggle, boolean>;
  role: Role;
  stale: boolean;
}

/** What a content script draws for one account: no more than the toggles and the role let through. */
export function glyphView(glyph: GlyphCode, { policy, t, toggles, role, stale }: GlyphContext): GlyphView {
  const routing = role === 'inside' && toggles.routing;
  const { sign } = toggles;
  return {
    letter: glyph.letter,
    rank: glyph.rank,
    fill: glyph.fill,
    label: glyphLabel(glyph, policy, t, { routing }),
    sign: sign ? glyph.sign : 'open',
    due: sign && glyph.due,
    stale,
    sentence: glyphSentence(glyph, policy, t, { routing, sign, stale }),
  };
}
