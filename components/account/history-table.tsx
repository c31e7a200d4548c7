import { levelShortName } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { moneyPrecision } from '../shared/rights.ts';
import { SignMark, signOf } from '../shared/sign-mark.tsx';
import { TierShape } from '../shared/tier-shape.tsx';
import type { AccountProps } from './account-props.ts';
import { quarterReasons } from './quarter-reasons.ts';
import { tierDrawing } from './tier-drawing.ts';

/** Tier, package and state of each quarter, latest first; with the right to amounts also what was left after care. */
export function HistoryTable({ account, policy, role, sign }: AccountProps) {
  const { t, format, language } = useI18n();
  const { words, money } = account;
  const quarters = [...words.history].sort((a, b) => (a.month < b.month ? 1 : -1));
  if (quarters.length === 0) return <p className="small">{t('history.empty')}</p>;
  const left = new Map(money?.quarters.map((quarter) => [quarter.month, quarter.db3T12]));
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('history.quarter')}</th>
          <th scope="col">{t('history.tier')}</th>
          {money ? (
            <th scope="col" className="number">
              {t('history.db3')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {quarters.map((quarter, index) => {
          const amount = left.get(quarter.month);
          return (
            <tr key={quarter.month}>
              <th scope="row">
                {format.quarter(quarter.month)}
                <span className="table-state">
                  {sign ? (
                    <>
                      <SignMark sign={signOf(quarter.state)} />
                      {t(`state.${quarter.state}.headline`)}
                    </>
                  ) : (
                    levelShortName(policy, quarter.level, language)
                  )}
                </span>
                {quarterReasons(quarters[index + 1], quarter, { policy, sign }, t).map((reason) => (
                  <span className="table-reason" key={reason}>
                    {reason}
                  </span>
                ))}
              </th>
              <td>
                <TierShape {...tierDrawing(quarter.tier, quarter.level, policy)} />
              </td>
              {money ? (
                <td className="number">
                  {amount === undefined ? '–' : format.money(amount, moneyPrecision(role))}
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
