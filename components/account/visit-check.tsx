import { activityName, lineStart, poolName } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';

/**
 * Before a visit: what it costs and how much of this year's care is left. Package arithmetic, hence to the cent for
 * everybody who may see amounts, and in hours for the others.
 */
export function VisitCheck({ account, policy }: Pick<AccountProps, 'account' | 'policy'>) {
  const { t, format, language } = useI18n();
  const { money, words } = account;
  const type = checkedActivity(policy, money?.unitCosts ?? null);
  if (!type) return null;
  const activity = lineStart(activityName(policy, type.id, 1, language));
  const isVisit = type.id === 'visit';
  if (money) {
    const amount = format.money(money.unitCosts[type.id] ?? 0, 'cents');
    const left = format.money(money.careLeft, 'cents');
    const key = isVisit ? 'visit' : 'other';
    const words = money.careLeft > 0 ? key : isVisit ? 'visitNone' : 'none';
    return <p className="small">{t(`figures.check.${words}`, { activity, amount, left })}</p>;
  }
  const meter = words.care.find(({ pool }) => pool === type.pool);
  if (!isVisit || type.minutes === undefined || !meter || meter.entitledMinutes <= 0) return null;
  const left = meter.entitledMinutes - meter.deliveredMinutes;
  const each = format.minutes(type.minutes);
  const pool = poolName(policy, type.pool, language);
  return (
    <p className="small">
      {left > 0
        ? t('figures.check.hours', { each, left: format.minutes(left), pool })
        : t('figures.check.hoursNone', { each, pool })}
    </p>
  );
}

/** The policy's visit, else its first kind of field care, else the first kind there is a price for. */
function checkedActivity(policy: AccountProps['policy'], costs: Readonly<Record<string, number>> | null) {
  const known = policy.activityTypes.filter((type) => costs === null || costs[type.id] !== undefined);
  const inField = known.find((type) => policy.pools.some((pool) => pool.field && pool.id === type.pool));
  return known.find((type) => type.id === 'visit') ?? inField ?? known[0];
}
