import de from '../../assets/locales/de.json' with { type: 'json' };
import en from '../../assets/locales/en.json' with { type: 'json' };
import type { Language } from './language.ts';
import { type Translator as Says, translate } from './translate.ts';

type RawKey = keyof typeof en;
/** Every message; a plural pair `x_one` / `x_other` is asked for as `x` with the parameter `count`. */
export type MessageKey = RawKey extends infer K
  ? K extends `${infer Stem}_one` | `${infer Stem}_other`
    ? Stem
    : K
  : never;
/** A translator that knows all messages. */
export type Translator = Says<MessageKey>;

const MESSAGES: Record<Language, Readonly<Record<string, string>>> = { de, en };

export function createTranslator(language: Language): Translator {
  return translate(language, MESSAGES[language]);
}
