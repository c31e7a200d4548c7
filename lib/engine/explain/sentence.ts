import type { Cents } from '../types.ts';
import { ACCOUNT_TEMPLATES, type ReasonCode, wordingOf } from './account-templates.ts';
import type { Reason } from './explain-account.ts';
import { fillTemplate, type Language, type Params, readTemplate } from './template.ts';

export interface Reader {
  language: Language;
  currency: string;
  /** False: the wording without amounts. */
  money: boolean;
  /** Name of a level for people; its id where left out. */
  levelName?: (id: string) => string;
  /** Writes amounts; to the cent where left out. */
  amount?: (cents: Cents) => string;
}

/** The sentence of one reason. */
export function sentenceOf({ code, params }: Pick<Reason, 'code' | 'params'>, reader: Reader): string {
  const named =
    params.level === undefined || !reader.levelName
      ? params
      : { ...params, level: reader.levelName(String(params.level)) };
  return fillTemplate(wordingOf(code, reader.language, reader.money), named, reader);
}

/** Reads a sentence back into the rules and numbers it can stand for; one where the sentence has amounts. */
export function readSentence(
  sentence: string,
  reader: Pick<Reader, 'language' | 'money'>,
): { code: ReasonCode; params: Params }[] {
  return (Object.keys(ACCOUNT_TEMPLATES) as ReasonCode[]).flatMap((code) => {
    const params = readTemplate(wordingOf(code, reader.language, reader.money), sentence, reader.language);
    return params === null ? [] : [{ code, params }];
  });
}
