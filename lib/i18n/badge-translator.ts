import { BADGE_MESSAGES, type BadgeKey } from './badge-messages.ts';
import type { Language } from './language.ts';
import { type Translator, translate } from './translate.ts';

/** A translator that knows the messages of badge and toolbar only. */
export type BadgeTranslator = Translator<BadgeKey>;

export function createBadgeTranslator(language: Language): BadgeTranslator {
  return translate(language, BADGE_MESSAGES[language]);
}
