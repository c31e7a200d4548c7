import type { Format } from '../../lib/i18n/format.ts';
import type { Translator } from '../../lib/i18n/translator.ts';
import { moneyPrecision } from '../shared/rights.ts';
import type { AccountProps } from './account-props.ts';

/**
 * Why this tier: with amounts "B: 11,800 € contribution before care (B from 3,000 €, A from 20,000 €)",
 * without them the yield class in words.
 */
export function tierSentence(
  { account, policy, role }: Pick<AccountProps, 'account' | 'policy' | 'role'>,
  t: Translator,
  format: Format,
): string {
  const { words, money } = account;
  if (!money) return t(`why.words.${words.why.yieldClass}`, { tier: words.tier });
  const amount = format.money(money.db2, moneyPrecision(role));
  if (words.why.rule !== 'ladder') return t('why.moneyPlain', { tier: words.tier, amount });
  const [best, second] = [...policy.tiers].sort((a, b) => a.rank - b.rank);
  const threshold = (tier: string | undefined, cents: number): string[] =>
    tier === undefined
      ? []
      : [t('why.threshold', { tier, amount: format.money(cents, cents % 1_000 === 0 ? 'tens' : 'cents') })];
  const thresholds = [
    ...threshold(second?.id, money.thresholds.medium),
    ...threshold(best?.id, money.thresholds.high),
  ];
  return t('why.money', {
    tier: words.tier,
    amount,
    thresholds: thresholds.join(', '),
  });
}
