import type { FiguresSeen } from '../../lib/contract/feedback.ts';
import type { Role } from '../../lib/contract/me.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { levelName, poolName } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { moneyPrecision } from '../shared/rights.ts';

interface SeenFiguresProps {
  seen: FiguresSeen;
  policy: PolicyWords;
  role: Role;
}

/** What the reporter had before their eyes. */
export function SeenFigures({ seen, policy, role }: SeenFiguresProps) {
  const { t, format, language, now } = useI18n();
  const rows: [string, string][] = [
    [t('reports.seen.at'), format.time(seen.at, now)],
    [t('reports.seen.asOf'), seen.asOf ? format.date(seen.asOf) : '–'],
    [t('reports.seen.policy'), seen.policyVersion],
    [t('reports.seen.tier'), seen.tier],
    [t('reports.seen.level'), levelName(policy, seen.level, language)],
    [t('reports.seen.assigned'), levelName(policy, seen.assignedLevel, language)],
    [t('reports.seen.state'), t(`state.${seen.state}.headline`)],
    ...seen.care.map((meter): [string, string] => [
      t('reports.seen.care', { pool: poolName(policy, meter.pool, language) }),
      format.minutesOf(meter.deliveredMinutes, meter.entitledMinutes),
    ]),
  ];
  if (seen.money) {
    const precision = moneyPrecision(role);
    for (const name of ['net', 'db2', 'cts', 'db3'] as const) {
      rows.push([t(`figures.${name}`), format.money(seen.money[name], precision)]);
    }
  }
  return (
    <details className="seen">
      <summary>{t('reports.seen')}</summary>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
