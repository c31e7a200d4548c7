import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { AccountProps } from '../account/account-props.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { moneyPrecision } from '../shared/rights.ts';
import { advisorBasis } from './advisor-input.ts';
import { AdvisorLevers } from './advisor-levers.tsx';

/** Ways to the black zero, worked out here and never stored; only where there is a statement to improve. */
export function Advisor({ account, policy, role, money }: AccountProps & { money: MoneyRow }) {
  const { t, format } = useI18n();
  const basis = advisorBasis(money, account.words.level);
  if (!basis) return null;
  return (
    <section className="advisor">
      <h3 className="block-title">{t('advisor.title')}</h3>
      {account.words.state === 'open' ? (
        <p className="small">{t('advisor.waits')}</p>
      ) : money.db3 >= (basis.input.target ?? 0) ? (
        <p className="small">{t('advisor.reached')}</p>
      ) : (
        <AdvisorLevers
          money={money}
          wording={{ basis, policy, precision: moneyPrecision(role), t, format }}
        />
      )}
    </section>
  );
}
