import { useCallback, useEffect, useRef, useState } from 'react';
import type { HealthReport } from '../../lib/contract/health.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { diagnosisOf, reportText } from './diagnosis.ts';
import { HealthTable } from './health-table.tsx';

export interface DiagnosticsProps {
  /** A report that was asked for already. */
  report?: HealthReport | null;
  /** The page was opened for this: look at once. */
  atOnce?: boolean;
  nameOf(crm: string): string;
  onDiagnose(): Promise<HealthReport>;
  onCopy(text: string): Promise<boolean>;
}

/** What may be wrong on the CRM page looked at last, with a report that names no customer. */
export function Diagnostics(props: DiagnosticsProps) {
  const { t } = useI18n();
  const { report: known = null, atOnce = false, nameOf, onDiagnose, onCopy } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [report, setReport] = useState(known);
  const [failed, setFailed] = useState(false);
  const look = useCallback(async () => {
    try {
      setReport(await onDiagnose());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }, [onDiagnose]);
  useEffect(() => {
    if (!atOnce) return;
    void look();
    button.current?.focus();
  }, [atOnce, look]);
  const crm = report?.page?.crm ? nameOf(report.page.crm) : null;
  return (
    <>
      <p className="lead">{t('options.problem.text')}</p>
      <p className="actions">
        <button ref={button} type="button" className="button" onClick={() => void look()}>
          {t(report ? 'options.problem.again' : 'options.problem.look')}
        </button>
      </p>
      <div role="status">
        {failed ? <p className="notice">{t('empty.worker.text')}</p> : null}
        {report && !failed ? (
          <p className="notice">
            {crm ? `${crm}: ` : ''}
            {t(`options.problem.${diagnosisOf(report)}`)}
            {report.page?.experimental ? ` ${t('options.problem.experimental')}` : ''}
          </p>
        ) : null}
      </div>
      {report && !failed ? (
        <>
          <pre className="report-text">{reportText(report)}</pre>
          <p className="actions">
            <CopyButton label={t('options.problem.copy')} text={reportText(report)} onCopy={onCopy} />
          </p>
          <p className="small">{t('options.problem.copy.text')}</p>
          <HealthTable counters={report.counters} nameOf={nameOf} />
        </>
      ) : null}
    </>
  );
}
