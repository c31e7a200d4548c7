import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { MoneyPrecision } from '../../lib/i18n/format.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { breakEvenLines, waterfallRows, waterfallSpan } from './waterfall-rows.ts';

/** Terms of the trade, the same in every language; only for those who read them. */
const TERMS: Readonly<Record<string, string>> = { db1: 'DB I', db2: 'DB II', db3: 'DB III' };

const ROW_HEIGHT = 34;
const BAR_TOP = 18;
const BAR_HEIGHT = 8;

interface WaterfallProps {
  money: MoneyRow;
  precision: MoneyPrecision;
  /** Write DB I to III beside the plain words. */
  terms: boolean;
}

/** From revenue to what is left after care; the line through all rows is the black zero. Its twin is a table. */
export function Waterfall({ money, precision, terms }: WaterfallProps) {
  const { t, format } = useI18n();
  const rows = waterfallRows(money);
  const lines = breakEvenLines(money);
  const net = lines.find(({ level }) => level === 'NET');
  const { min, max } = waterfallSpan(rows, [money.db3Low, ...lines.map(({ cents }) => cents)]);
  const at = (cents: number) => ((cents - min) / (max - min)) * 100;
  const label = (key: (typeof rows)[number]['key']) =>
    terms && TERMS[key] ? `${t(`figures.${key}`)} (${TERMS[key]})` : t(`figures.${key}`);
  const zero = `${at(0)}%`;
  const height = rows.length * ROW_HEIGHT;
  const afterCare = rows.findIndex(({ key }) => key === 'db3');
  const afterCareY = afterCare * ROW_HEIGHT + BAR_TOP;
  const lineLabel = ({ level, judged }: (typeof lines)[number]) =>
    judged && lines.length > 1
      ? `${t(`figures.line.${level}`)} ${t('figures.line.judged')}`
      : t(`figures.line.${level}`);
  return (
    <figure className="chart">
      <figcaption className="visually-hidden">{t('figures.chart')}</figcaption>
      <div className="chart-frame" aria-hidden="true">
        <svg className="chart-bars" width="100%" height={height} aria-hidden="true" focusable="false">
          <line className="chart-axis" x1={zero} x2={zero} y1={0} y2={height} />
          {rows.map((row, index) => {
            const [left, right] = row.from < row.to ? [row.from, row.to] : [row.to, row.from];
            const side = row.kind === 'step' ? 'step' : row.amount < 0 ? 'below' : 'above';
            return (
              <rect
                key={row.key}
                className={`bar bar-${side}`}
                x={`${at(left)}%`}
                y={index * ROW_HEIGHT + BAR_TOP}
                width={`${Math.max(at(right) - at(left), 0.6)}%`}
                height={BAR_HEIGHT}
              />
            );
          })}
          {money.db3Low === null ? null : (
            <line
              className="chart-interval"
              x1={`${at(money.db3Low)}%`}
              x2={`${at(money.db3)}%`}
              y1={afterCareY + BAR_HEIGHT / 2}
              y2={afterCareY + BAR_HEIGHT / 2}
            />
          )}
          {rows.map((row, index) => (
            <line
              key={row.key}
              className="chart-zero"
              x1={zero}
              x2={zero}
              y1={index * ROW_HEIGHT + BAR_TOP - 3}
              y2={index * ROW_HEIGHT + BAR_TOP + BAR_HEIGHT + 3}
            />
          ))}
          {net ? (
            <line
              className="chart-net"
              x1={`${at(net.cents)}%`}
              x2={`${at(net.cents)}%`}
              y1={afterCareY - 3}
              y2={afterCareY + BAR_HEIGHT + 6}
            />
          ) : null}
        </svg>
        <div className="chart-words">
          {rows.map((row) => (
            <p className={`chart-row chart-row-${row.kind}`} key={row.key}>
              <span>{label(row.key)}</span>
              <span className="number">{format.money(row.amount, precision)}</span>
            </p>
          ))}
        </div>
      </div>
      <p className="small">
        {t('figures.zero')}
        {net ? ` ${t('figures.zeroNet', { amount: format.money(net.cents, precision) })}` : ''}
        {net ? ` ${t(`figures.judged.${lines.find(({ judged }) => judged)?.level ?? 'DB3'}`)}` : ''}
      </p>
      <details className="twin">
        <summary>{t('figures.asTable')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('figures.item')}</th>
              <th scope="col" className="number">
                {t('figures.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{label(row.key)}</th>
                <td className="number">{format.money(row.amount, precision)}</td>
              </tr>
            ))}
            {lines.map((line) => (
              <tr key={line.level}>
                <th scope="row">{lineLabel(line)}</th>
                <td className="number">{format.money(line.cents, precision)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
