import type { ReportView } from '../../lib/contract/notes.ts';
import { useI18n } from '../shared/i18n-context.tsx';

interface ReportItemProps {
  report: ReportView;
  /** Names the customer, where the list is about several. */
  named?: boolean;
  onDiscard(id: string): void;
}

/** One of the user's own reports and what has become of it. */
export function ReportItem({ report, named = false, onDiscard }: ReportItemProps) {
  const { t, format, now } = useI18n();
  const { kind, text, at, status, answer, seen } = report;
  return (
    <li className="report">
      <p className="report-head">
        {named ? <strong>{seen.name} · </strong> : null}
        {t(`report.kind.${kind}`)} <span className="muted">· {format.time(at, now)}</span>
      </p>
      {text ? <p className="report-text">{text}</p> : null}
      {status === 'sent' && answer === null ? <p className="small">{t('report.status.sent')}</p> : null}
      {status === 'queued' ? <p className="small">{t('report.status.queued')}</p> : null}
      {status === 'refused' ? (
        <div className="notice">
          <p>{t('report.status.refused')}</p>
          <button type="button" className="link" onClick={() => onDiscard(report.id)}>
            {t('report.discard')}
          </button>
        </div>
      ) : null}
      {answer ? (
        <div className="report-answer">
          <p className="small">
            {t('report.answer', { name: answer.by, time: format.time(answer.at, now) })}
          </p>
          <p className="report-text">{answer.text}</p>
        </div>
      ) : null}
    </li>
  );
}
