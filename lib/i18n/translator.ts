import de from '../../assets/locales/de.json' with { type: 'json' };
import en from '../../assets/locales/en.json' with { type: 'json' };
import { intlLocale, type Language } from './language.ts';

type RawKey = keyof typeof en;
/** Every message; a plural pair `x_one` / `x_other` is asked for as `x` with the parameter `count`. */
export type MessageKey = RawKey extends infer K
  ? K extends `${infer Stem}_one` | `${infer Stem}_other`
    ? Stem
    : K
  : never;
export type MessageParams = Readonly<Record<string, string | number>>;

export interface Translator {
  (key: MessageKey, params?: MessageParams): string;
  readonly language: Language;
}

const MESSAGES: Record<Language, Readonly<Record<string, string>>> = { de, en };

/**
 * Looks up messages of one language and fills in `{placeholders}`. A missing parameter leaves its placeholder
 * standing, which the tests look for; numbers are written as given, so format them first.
 */
export function createTranslator(language: Language): Translator {
  const plural = new Intl.PluralRules(intlLocale(language));
  const messages = MESSAGES[language];
  const translate = (key: MessageKey, params: MessageParams = {}): string => {
    const count = params.count;
    const form = typeof count === 'number' ? `${key}_${plural.select(count)}` : key;
    const message = messages[form] ?? messages[key] ?? messages[`${key}_other`] ?? key;
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
  return Object.assign(translate, { language });
}
