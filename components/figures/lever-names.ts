import type { AdvisorFacts } from '../../lib/contract/money-row.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { activityName, lineStart, midSentence } from '../../lib/i18n/policy-names.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

/** Enough of a type to ask for its plural. */
const SEVERAL = 2;

/** Names of the sliders, with the policy's own words for visits and calls. */
export function leverNames({ types }: AdvisorFacts, policy: PolicyWords, t: Translator) {
  const several = (type: string) => midSentence(activityName(policy, type, SEVERAL, t.language), t.language);
  return {
    shift: lineStart(t('advisor.lever.shift', { visits: several(types.visit), video: several(types.video) })),
    drop: t('advisor.lever.drop', { activity: several(types.visit) }),
    calls: t('advisor.lever.drop', { activity: several(types.call) }),
    price: t('advisor.lever.price'),
    fee: t('advisor.lever.fee'),
  };
}
