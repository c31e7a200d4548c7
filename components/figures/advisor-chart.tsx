import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { AdvisorOutcome, AdvisorPlan } from '../../lib/engine/advisor-outcome.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { type PlanWording, planParts } from './plan-words.ts';

const ROW_HEIGHT = 34;
const BAR_TOP = 18;
const BAR_HEIGHT = 8;

interface AdvisorChartProps {
  money: Pick<MoneyRow, 'db3' | 'tolerance'>;
  plan: AdvisorPlan;
  outcome: AdvisorOutcome;
  wording: PlanWording;
}

/** Today and after the levers, on a scale that stands still while they move. Its twin is a table. */
export function AdvisorChart({ money, plan, outcome, wording }: AdvisorChartProps) {
  const { t, format } = useI18n();
  const { precision } = wording;
  const min = Math.min(money.db3, -money.tolerance);
  const max = Math.max(2 * money.tolerance, -money.db3 / 2);
  const at = (cents: number) => ((Math.min(Math.max(cents, min), max) - min) / (max - min || 1)) * 100;
  const rows = [
    { key: 'today', label: t('advisor.today'), cents: money.db3 },
    { key: 'after', label: t('advisor.after'), cents: outcome.db3 },
  ] as const;
  const height = rows.length * ROW_HEIGHT;
  return (
    <figure className="chart">
      <figcaption className="visually-hidden">{t('advisor.chart')}</figcaption>
      <div className="chart-frame" aria-hidden="true">
        <svg className="chart-bars" width="100%" height={height} aria-hidden="true" focusable="false">
          {rows.map(({ key, cents }, index) => {
            const [left, right] = [Math.min(at(0), at(cents)), Math.max(at(0), at(cents))];
            const y = index * ROW_HEIGHT + BAR_TOP;
            return (
              <g key={key}>
                <rect
                  className="chart-band"
                  x={`${at(-money.tolerance)}%`}
                  y={y - 3}
                  width={`${at(money.tolerance) - at(-money.tolerance)}%`}
                  height={BAR_HEIGHT + 6}
                />
                <rect
                  className={`bar bar-${cents < 0 ? 'below' : 'above'}`}
                  x={`${left}%`}
                  y={y}
                  width={`${Math.max(right - left, 0.6)}%`}
                  height={BAR_HEIGHT}
                />
              </g>
            );
          })}
          <line className="chart-zero" x1={`${at(0)}%`} x2={`${at(0)}%`} y1={BAR_TOP - 3} y2={height - 5} />
        </svg>
        <div className="chart-words">
          {rows.map(({ key, label, cents }) => (
            <p className="chart-row chart-row-total" key={key}>
              <span>{label}</span>
              <span className="number">{format.signedMoney(cents, precision)}</span>
            </p>
          ))}
        </div>
      </div>
      <details className="twin">
        <summary>{t('figures.asTable')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('advisor.lever')}</th>
              <th scope="col" className="number">
                {t('advisor.effect')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('advisor.today')}</th>
              <td className="number">{format.signedMoney(money.db3, precision)}</td>
            </tr>
            {planParts(plan, wording).map(({ lever, text }) => (
              <tr key={lever}>
                <td>{text}</td>
                <td className="number">{format.signedMoney(outcome.effects[lever], precision)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('advisor.after')}</th>
              <td className="number">{format.signedMoney(outcome.db3, precision)}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </figure>
  );
}
