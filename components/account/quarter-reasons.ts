import type { QuarterWords } from '../../lib/contract/words-row.ts';
import { levelShortName } from '../../lib/i18n/policy-names.ts';
import { stateText } from '../../lib/i18n/state-text.ts';
import type { Translator } from '../../lib/i18n/translator.ts';
import type { AccountProps } from './account-props.ts';

/**
 * Why a quarter reads as it does, and what changed against the quarter before. Nothing of who carries whom where the
 * sign is off.
 */
export function quarterReasons(
  before: QuarterWords | undefined,
  quarter: QuarterWords,
  { policy, sign }: Pick<AccountProps, 'policy' | 'sign'>,
  t: Translator,
): string[] {
  const level = (id: string) => levelShortName(policy, id, t.language);
  const { line, state } = quarter;
  const reasons =
    sign && line ? [stateText({ state, line, owed: [], level: quarter.level }, policy, t).line] : [];
  if (before && before.tier !== quarter.tier)
    reasons.push(t('history.change.tier', { from: before.tier, to: quarter.tier }));
  if (before && before.level !== quarter.level)
    reasons.push(t('history.change.level', { from: level(before.level), to: level(quarter.level) }));
  return reasons.filter(Boolean);
}
