import type { WordsRow } from '../../lib/contract/words-row.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

/** What the badge has no room for: the group, and how certain the answer is. */
export function cardMarks(words: WordsRow, sign: boolean, t: Translator): string {
  const marks = [
    words.parentName ? t('panel.via', { name: words.parentName }) : '',
    sign && words.estimated ? t('card.estimated') : '',
    words.provisional ? t('card.provisional') : '',
  ];
  return marks.filter(Boolean).join(' · ');
}
