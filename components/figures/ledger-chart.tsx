import type { MoneyPrecision } from '../../lib/i18n/format.ts';
import { useI18n } from '../shared/i18n-context.tsx';

const ROW_HEIGHT = 34;
const BAR_TOP = 18;
const BAR_HEIGHT = 8;

/** One line of the ledger: + received, − paid, cents. */
export interface LedgerRow {
  id: string;
  name: string;
  line: number;
}

interface LedgerChartProps {
  rows: readonly LedgerRow[];
  precision: MoneyPrecision;
}

/** Who pays to the left, who is carried to the right; both sides are equally long (domain §9.1). Its twin is a table. */
export function LedgerChart({ rows, precision }: LedgerChartProps) {
  const { t, format } = useI18n();
  const widest = Math.max(1, ...rows.map(({ line }) => Math.abs(line)));
  const height = rows.length * ROW_HEIGHT;
  const money = (cents: number) => format.signedMoney(cents, precision);
  return (
    <figure className="chart">
      <figcaption>{t('ledger.title')}</figcaption>
      <div className="chart-frame" aria-hidden="true">
        <svg className="chart-bars" width="100%" height={height} aria-hidden="true" focusable="false">
          <line className="chart-axis" x1="50%" x2="50%" y1="0" y2={height} />
          {rows.map(({ id, line }, index) => {
            const width = (Math.abs(line) / widest) * 50;
            return (
              <rect
                key={id}
                className={`bar bar-${line > 0 ? 'below' : 'above'}`}
                x={`${line > 0 ? 50 : 50 - width}%`}
                y={index * ROW_HEIGHT + BAR_TOP}
                width={`${width}%`}
                height={BAR_HEIGHT}
              />
            );
          })}
        </svg>
        <div className="chart-words">
          {rows.map(({ id, name, line }) => (
            <p className="chart-row" key={id}>
              <span>{name}</span>
              <span className="number">{money(line)}</span>
            </p>
          ))}
        </div>
      </div>
      <p className="small">{t('ledger.sides')}</p>
      <details className="twin">
        <summary>{t('figures.asTable')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('ledger.customer')}</th>
              <th scope="col" className="number">
                {t('figures.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, line }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="number">{money(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
