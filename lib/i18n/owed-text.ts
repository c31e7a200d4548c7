import type { PolicyWords } from '../contract/policy-words.ts';
import { createFormat } from './format.ts';
import { activityName, midSentence } from './policy-names.ts';
import type { Translator } from './translator.ts';

/** "2 Besuche und 1 Anruf stehen aus." / "2 visits and 1 call still owed."; empty where nothing is owed. */
export function owedText(
  owed: readonly (readonly [type: string, count: number])[],
  policy: PolicyWords,
  t: Translator,
): string {
  const open = owed.filter(([, count]) => count > 0);
  if (open.length === 0) return '';
  const format = createFormat(t.language, 'EUR');
  const items = open.map(
    ([type, count]) =>
      `${format.integer(count)} ${midSentence(activityName(policy, type, count, t.language), t.language)}`,
  );
  const total = open.reduce((sum, [, count]) => sum + count, 0);
  return t('line.due', { count: total, activities: format.list(items) });
}
