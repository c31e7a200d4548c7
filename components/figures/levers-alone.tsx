import { adviseLevers, type CountLever } from '../../lib/engine/advisor.ts';
import { activityName, levelName, midSentence } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { leverNames } from './lever-names.ts';
import type { PlanWording } from './plan-words.ts';

/** How far each lever would have to be pulled alone (domain §12.1). */
export function LeversAlone({ wording }: { wording: PlanWording }) {
  const { t, format, language } = useI18n();
  const { basis, policy, precision } = wording;
  const levers = adviseLevers(basis.terms, basis.input);
  if (!levers) return null;
  const names = leverNames(basis.facts, policy, t);
  const { types } = basis.facts;
  const after = (cents: number) => format.signedMoney(cents, precision);
  const never = { needed: t('advisor.notAlone'), result: '' };
  const counted = (lever: CountLever, type: string) =>
    levers.marginLoss || !lever.feasible
      ? never
      : {
          needed: `${t('advisor.value.of', { count: format.integer(lever.needed), all: format.integer(lever.of) })} ${midSentence(activityName(policy, type, lever.of, language), language)}`,
          result: after(lever.resultDb3),
        };
  const { repackage, price, volume } = levers;
  const rows = [
    {
      name: t('advisor.package'),
      ...(repackage.reachesTarget
        ? { needed: levelName(policy, repackage.level, language), result: after(repackage.resultDb3) }
        : never),
    },
    { name: names.shift, ...counted(levers.visitToVideo, types.visit) },
    { name: names.drop, ...counted(levers.visits, types.visit) },
    { name: names.calls, ...counted(levers.calls, types.call) },
    {
      name: names.price,
      ...(price
        ? { needed: format.halfPercent(Number(price.roundedUpPercent) * 2), result: after(price.resultDb3) }
        : never),
    },
    {
      name: names.fee,
      needed: format.money(levers.feePerMonth, 'cents'),
      result: after(basis.input.db3 + 12 * levers.feePerMonth),
    },
    {
      name: t('advisor.volume'),
      ...(volume.extraNet === null
        ? never
        : { needed: format.signedMoney(volume.extraNet, precision), result: after(0) }),
    },
  ];
  return (
    <details className="twin">
      <summary>{t('advisor.alone')}</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('advisor.lever')}</th>
            <th scope="col">{t('advisor.needed')}</th>
            <th scope="col" className="number">
              {t('advisor.then')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, needed, result }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{needed}</td>
              <td className="number">{result || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
