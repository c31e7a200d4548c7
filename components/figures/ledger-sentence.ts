import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { Format, MoneyPrecision } from '../../lib/i18n/format.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

/**
 * The ledger line in words (domain §9): money is fungible, so nobody pays for a named customer. Those who do not
 * read the ledger's terms get the same fact without them.
 */
export function ledgerSentence(
  money: MoneyRow,
  terms: boolean,
  precision: MoneyPrecision,
  t: Translator,
  format: Format,
): string {
  const amount = format.money(Math.abs(money.ledgerLine), precision);
  if (!terms) {
    if (money.ledgerLine < 0) return t('figures.paysPlain', { amount });
    return money.ledgerLine > 0 ? t('figures.receivesPlain', { amount }) : t('figures.neitherPlain');
  }
  const uncovered = format.money(money.uncovered, precision);
  if (money.ledgerLine < 0) return t('figures.pays', { amount });
  if (money.ledgerLine > 0) {
    return money.uncovered > 0
      ? t('figures.receivesPart', { amount, uncovered })
      : t('figures.receives', { amount });
  }
  return money.uncovered > 0 ? t('figures.uncovered', { uncovered }) : t('figures.neither');
}
