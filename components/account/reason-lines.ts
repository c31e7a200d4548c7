import type { AccountView } from '../../lib/contract/page-messages.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { isReasonCode } from '../../lib/engine/explain/account-templates.ts';
import { sentenceOf } from '../../lib/engine/explain/sentence.ts';
import { levelName } from '../../lib/i18n/policy-names.ts';

/** Reasons that do not say who carries whom. */
const WITHOUT_SIGN = /^(tier|level)\.|^source$/;

interface Reader {
  language: 'de' | 'en';
  sign: boolean;
  policy: PolicyWords;
  amount: (cents: number) => string;
  /** Codes that are said elsewhere. */
  omit?: RegExp;
}

/**
 * The engine's reasons as sentences, with amounts where the caller has them. Empty for rows published before reasons
 * were kept; reasons of newer versions are left out. Nothing of who carries whom where the sign is off.
 */
export function reasonLines(
  { words, money }: Pick<AccountView, 'words' | 'money'>,
  { language, sign, policy, amount, omit }: Reader,
): string[] {
  const reasons = money?.reasons ?? words.tierReasons ?? [];
  return reasons.flatMap(({ code, params }) => {
    if (!isReasonCode(code) || omit?.test(code) || !(sign || WITHOUT_SIGN.test(code))) return [];
    const reader = {
      language,
      currency: money?.currency ?? '',
      money: money?.reasons !== undefined,
      levelName: (id: string) => levelName(policy, id, language),
      amount,
    };
    return sentenceOf({ code, params }, reader);
  });
}
