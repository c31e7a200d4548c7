import type { HealthReport } from '../../lib/contract/health.ts';

/** What is most likely the matter; the pages have a sentence for each. */
export type Diagnosis =
  | 'notConnected'
  | 'noPage'
  | 'switchedOff'
  | 'notRunning'
  | 'unknownCrm'
  | 'noRecord'
  | 'list'
  | 'gaveUp'
  | 'docked'
  | 'fine'
  | 'noBadge';

/** Causes in the order in which one hides the next. */
export function diagnosisOf({ sync, page }: HealthReport): Diagnosis {
  if (sync === 'signed-out' || sync === 'locked') return 'notConnected';
  if (page === null) return 'noPage';
  if (page.switchedOff) return 'switchedOff';
  if (!page.granted || !page.running) return 'notRunning';
  if (page.crm === null) return 'unknownCrm';
  if (page.kind === 'none') return 'noRecord';
  if (page.kind === 'list') return 'list';
  if (page.badge === 'gaveUp' || page.badge === 'docked') return page.badge;
  return page.badge === 'anchored' ? 'fine' : 'noBadge';
}

/** The report as text for support, the same in every language: no name, no id, no address. */
export function reportText(report: HealthReport): string {
  const { page } = report;
  const lines = [
    `Tierlens ${report.version}, ${report.browser}, ${report.at}`,
    `diagnosis: ${diagnosisOf(report)}`,
    `sync: ${report.sync}`,
    ...(page === null
      ? ['page: none']
      : Object.entries(page).map(([name, value]) => `page ${name}: ${value ?? 'none'}`)),
    ...Object.entries(report.counters).map(([crm, counts]) => {
      const events = Object.entries(counts).map(([event, count]) => `${event} ${count}`);
      return `counted ${crm}: ${events.join(', ')}`;
    }),
  ];
  return lines.join('\n');
}
