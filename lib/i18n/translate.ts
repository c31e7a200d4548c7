import { intlLocale, type Language } from './language.ts';

type MessageParams = Readonly<Record<string, string | number>>;

/** Says a message of one language. */
export interface Translator<Key extends string> {
  (key: Key, params?: MessageParams): string;
  readonly language: Language;
}

/**
 * Looks up messages of one language and fills in `{placeholders}`. A missing parameter leaves its placeholder
 * standing, which the tests look for; numbers are written as given, so format them first.
 */
export function translate(
  language: Language,
  messages: Readonly<Record<string, string>>,
): Translator<string> {
  let plural: Intl.PluralRules | null = null;
  const say = (key: string, params: MessageParams = {}): string => {
    const { count } = params;
    // Made when the first count comes: the worker has none.
    if (typeof count === 'number') plural ??= new Intl.PluralRules(intlLocale(language));
    const form = typeof count === 'number' ? `${key}_${plural?.select(count)}` : key;
    const message = messages[form] ?? messages[key] ?? messages[`${key}_other`] ?? key;
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
  return Object.assign(say, { language });
}
