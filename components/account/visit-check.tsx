import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { activityName, lineStart } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';

/**
 * Before a visit: what it costs and how much of this year's care is left. Package arithmetic, hence to the cent
 * for everybody who may see amounts; nothing for the others, whose meter says the same in hours.
 */
export function VisitCheck({ account, policy }: Pick<AccountProps, 'account' | 'policy'>) {
  const { t, format, language } = useI18n();
  const { money } = account;
  if (!money) return null;
  const type = firstFieldActivity(policy, money.unitCosts);
  if (type === null) return null;
  const amount = format.money(money.unitCosts[type] ?? 0, 'cents');
  const left = format.money(money.careLeft, 'cents');
  return (
    <p className="small">
      {type === 'visit'
        ? t('figures.check.visit', { amount, left })
        : t('figures.check.other', {
            activity: lineStart(activityName(policy, type, 1, language)),
            amount,
            left,
          })}
    </p>
  );
}

function firstFieldActivity(policy: PolicyWords, costs: Readonly<Record<string, number>>): string | null {
  const priced = policy.activityTypes.filter((type) => costs[type.id] !== undefined);
  const inField = priced.find((type) => policy.pools.some((pool) => pool.field && pool.id === type.pool));
  return (priced.find((type) => type.id === 'visit') ?? inField ?? priced[0])?.id ?? null;
}
