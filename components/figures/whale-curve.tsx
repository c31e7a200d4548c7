import type { WhaleCurve as Curve } from '../../lib/engine/assessment.ts';
import type { MoneyPrecision } from '../../lib/i18n/format.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { whalePath } from './whale-points.ts';

const HEIGHT = 160;

interface WhaleCurveProps {
  curve: Pick<Curve, 'accounts' | 'peak' | 'peakAt' | 'total' | 'points'>;
  precision: MoneyPrecision;
}

/** What all customers bring together, the best first (domain §11). Its twin is a table of the same corners. */
export function WhaleCurve({ curve, precision }: WhaleCurveProps) {
  const { t, format } = useI18n();
  const { path, zero } = whalePath(curve.points);
  const money = (cents: number) => format.money(cents, precision);
  return (
    <figure className="chart">
      <figcaption>{t('whale.title')}</figcaption>
      <svg
        className="whale"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
        aria-hidden="true"
        focusable="false"
      >
        <line className="chart-zero" x1="0" x2="100" y1={zero} y2={zero} />
        <polyline className="whale-line" points={path} />
      </svg>
      <p className="small">
        {t('whale.peak', { amount: money(curve.peak), at: curve.peakAt, accounts: curve.accounts })}{' '}
        {t('whale.total', { amount: money(curve.total) })}
      </p>
      <details className="twin">
        <summary>{t('figures.asTable')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('whale.at')}</th>
              <th scope="col" className="number">
                {t('whale.together')}
              </th>
            </tr>
          </thead>
          <tbody>
            {curve.points.map(({ at, cents }) => (
              <tr key={at}>
                <th scope="row">{at}</th>
                <td className="number">{money(cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
