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
  const activity = lineStart(activityName(policy, type, 1, language));
  const key = type === 'visit' ? 'visit' : 'other';
  const words = money.careLeft > 0 ? key : key === 'visit' ? 'visitNone' : 'none';
  return <p className="small">{t(`figures.check.${words}`, { activity, amount, left })}</p>;
}

function firstFieldActivity(policy: PolicyWords, costs: Readonly<Record<string, number>>): string | null {
  const priced = policy.activityTypes.filter((type) => costs[type.id] !== undefined);
  const inField = priced.find((type) => policy.pools.some((pool) => pool.field && pool.id === type.pool));
  return (priced.find((type) => type.id === 'visit') ?? inField ?? priced[0])?.id ?? null;
}
