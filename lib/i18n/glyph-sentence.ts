import type { GlyphCode } from '../contract/manifest.ts';
import type { PolicyWords } from '../contract/policy-words.ts';
import type { BadgeTranslator } from './badge-translator.ts';
import { levelName, levelShortName, midSentence, poolName } from './policy-names.ts';

export interface GlyphWordsOptions {
  /** True for inside sales with routing hints on: the label slot shows the routing verb. */
  routing: boolean;
  /** False where the sign is switched off: the sentence then keeps the state to itself as well. */
  sign: boolean;
  stale: boolean;
}

/** Label of the badge: the level's short name, or the routing verb. */
export function glyphLabel(
  glyph: GlyphCode,
  policy: PolicyWords,
  t: BadgeTranslator,
  options: Pick<GlyphWordsOptions, 'routing'>,
): string {
  return options.routing ? t(`route.${glyph.route}`) : levelShortName(policy, glyph.level, t.language);
}

/** "Tier C, basic care by inside sales, carried for now." for screen readers. */
export function glyphSentence(
  glyph: GlyphCode,
  policy: PolicyWords,
  t: BadgeTranslator,
  options: GlyphWordsOptions,
): string {
  const level = midSentence(levelName(policy, glyph.level, t.language), t.language);
  const passive = policy.levels.find((candidate) => candidate.id === glyph.level)?.passive === true;
  const care = passive ? level : t('sentence.care', { level, pool: byPool(glyph.pool, policy, t) });
  const parts = [t('sentence.tier', { tier: glyph.letter }), care];
  if (options.sign) {
    parts.push(t(`sentence.state.${glyph.state}`));
    if (glyph.due) parts.push(t('sentence.due'));
  }
  if (options.routing) parts.push(t(`sentence.route.${glyph.route}`));
  if (options.stale) parts.push(t('sentence.stale'));
  return `${parts.join(', ')}.`;
}

/** German wants an article before the common names of pools ("durch den Innendienst"). */
function byPool(id: string, policy: PolicyWords, t: BadgeTranslator): string {
  const name = poolName(policy, id, t.language);
  if (t.language === 'en') return midSentence(name, 'en');
  return /(dienst|service|vertrieb|support)$/iu.test(name) ? `den ${name}` : name;
}
