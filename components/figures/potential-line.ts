import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { Format, MoneyPrecision } from '../../lib/i18n/format.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

/** The potential and, where it has one, its source, date and confidence (domain §12.4); empty without potential. */
export function potentialLine(
  { potential, potentialFrom: from }: Pick<MoneyRow, 'potential' | 'potentialFrom'>,
  precision: MoneyPrecision,
  t: Translator,
  format: Format,
): string {
  if (potential <= 0) return '';
  const amount = format.money(potential, precision);
  if (!from) return t('figures.potential', { amount });
  return t('figures.potentialFrom', {
    amount,
    source: t(`potential.${from.source}`),
    made: format.month(from.made),
    confidence: t(`confidence.${from.confidence}`),
  });
}
