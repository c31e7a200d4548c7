import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { Pin } from '../../lib/contract/words-row.ts';
import type { Format } from '../../lib/i18n/format.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { levelName } from '../../lib/i18n/policy-names.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

/** What was set by hand, until when, why, and who approved it (domain §6.3). */
export function pinText(
  { tier, level, until, reason, approver }: Pin,
  policy: PolicyWords,
  { t, format, language }: { t: Translator; format: Format; language: Language },
): string {
  const what = [
    tier === undefined ? '' : t('pin.tier', { tier }),
    level === undefined ? '' : levelName(policy, level, language),
  ].filter(Boolean);
  return t('pin.line', { what: format.list(what), until: format.month(until), reason, approver });
}
