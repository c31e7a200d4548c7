import de from '../../assets/locales/de.json' with { type: 'json' };
import en from '../../assets/locales/en.json' with { type: 'json' };
import type { Language } from './language.ts';
import type { MessageKey } from './translator.ts';

/** Messages of the badge and the toolbar. */
export type BadgeKey = Extract<MessageKey, `${'route' | 'sentence' | 'toolbar'}.${string}`>;

const BADGE = /^(?:route|sentence|toolbar)\./;

/** What the worker says: the build keeps nothing else of all messages, which would take a quarter of its script. */
export const BADGE_MESSAGES: Record<Language, Readonly<Record<string, string>>> = {
  de: badgeOnly(de),
  en: badgeOnly(en),
};

function badgeOnly(messages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => BADGE.test(key)));
}
