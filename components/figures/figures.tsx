import type { MoneyRow } from '../../lib/contract/money-row.ts';
import { activityName, levelName, lineStart } from '../../lib/i18n/policy-names.ts';
import type { MessageKey } from '../../lib/i18n/translator.ts';
import type { AccountProps } from '../account/account-props.ts';
import { tierSentence } from '../account/tier-sentence.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { moneyPrecision, readsTerms } from '../shared/rights.ts';
import { Advisor } from './advisor.tsx';
import { ledgerSentence } from './ledger-sentence.ts';
import { potentialLine } from './potential-line.ts';
import { Waterfall } from './waterfall.tsx';

/** Amounts of one customer, for those whose role may see them. */
export function Figures(props: AccountProps & { money: MoneyRow }) {
  const { t, format, language } = useI18n();
  const { account, policy, role, sign, money } = props;
  const precision = moneyPrecision(role);
  const terms = readsTerms(role);
  // Booked money of an account without a statement takes part in the ledger; it must not read as a verdict.
  const ledger =
    account.words.state === 'open'
      ? t('figures.noStatement')
      : ledgerSentence(money, terms, precision, t, format);
  const state = `engine.${money.subsidyState}` as MessageKey;
  const lines = [
    tierSentence({ account, policy, role }, t, format),
    sign ? ledger : '',
    t('figures.tolerance', { amount: format.money(money.tolerance, precision) }),
    money.db3Low === null ? '' : t('figures.interval', { low: format.money(money.db3Low, precision) }),
    t('figures.fundable', {
      level: levelName(policy, money.fundableLevel, language),
      amount: format.money(money.fundableLimit, precision),
    }),
    t('figures.package', { amount: format.money(money.packageCost, 'cents') }),
    potentialLine(money, precision, t, format),
    terms && sign && t(state) !== state ? t('figures.state', { state: t(state) }) : '',
  ].filter(Boolean);
  const costs = policy.activityTypes.filter((type) => money.unitCosts[type.id] !== undefined);
  return (
    <>
      <p className="small">
        {t('figures.period', { from: format.month(money.from), to: format.month(money.to) })}
      </p>
      <Waterfall money={money} precision={precision} terms={terms} />
      <ul className="lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small">
        {costs
          .map((type) =>
            t('figures.unit', {
              activity: lineStart(activityName(policy, type.id, 1, language)),
              amount: format.money(money.unitCosts[type.id] ?? 0, 'cents'),
            }),
          )
          .join(' · ')}
      </p>
      {sign ? <Advisor {...props} /> : null}
    </>
  );
}
