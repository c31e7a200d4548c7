import type { HealthCounters, HealthEvent } from '../../lib/contract/health.ts';
import { useI18n } from '../shared/i18n-context.tsx';

/** A value of the contract would bring its schema library into the page. */
const EVENTS: readonly HealthEvent[] = ['matched', 'anchored', 'docked', 'gaveUp'];

interface HealthTableProps {
  counters: HealthCounters;
  nameOf(crm: string): string;
}

/** What became of badges in this browser, per CRM. */
export function HealthTable({ counters, nameOf }: HealthTableProps) {
  const { t, format } = useI18n();
  const rows = Object.entries(counters).sort(([one], [other]) => (one < other ? -1 : 1));
  if (rows.length === 0) return <p className="small">{t('options.health.none')}</p>;
  return (
    <table className="health">
      <caption>{t('options.health.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('options.health.crm')}</th>
          {EVENTS.map((event) => (
            <th scope="col" key={event}>
              {t(`options.health.${event}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([crm, counts]) => (
          <tr key={crm}>
            <th scope="row">{nameOf(crm)}</th>
            {EVENTS.map((event) => (
              <td key={event}>{format.integer(counts[event] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
