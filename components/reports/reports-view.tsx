import { useEffect } from 'react';
import type { ReportsView as Reports } from '../../lib/contract/notes.ts';
import type { ErrorCode, WorkerState } from '../../lib/contract/page-messages.ts';
import { ReportItem } from '../notes/report-item.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { OpenReport } from './open-report.tsx';

export interface ReportsProps {
  worker: WorkerState | null;
  /** Null until the worker has answered. */
  reports: Reports | null;
  failed: boolean;
  /** An answer has just been taken. */
  answered: boolean;
  onAnswer(id: string, text: string): Promise<ErrorCode | 'unknown' | null>;
  onDiscard(id: string): void;
  onAnswersShown(ids: readonly string[]): void;
  onConnect(): void;
}

/** All reports: one's own with their answers; for operations first those that wait for one. */
export function ReportsView(props: ReportsProps) {
  const { worker, reports, failed, onAnswersShown, onConnect } = props;
  const { t } = useI18n();
  const unread = reports?.own.filter((report) => report.unread).map(({ id }) => id) ?? [];
  const shown = unread.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids tell what is new
  useEffect(() => {
    if (unread.length > 0) onAnswersShown(unread);
  }, [shown]);

  if (failed && reports === null) {
    return (
      <main className="page">
        <EmptyState title={t('empty.worker.title')} text={t('empty.worker.text')} />
      </main>
    );
  }
  if (worker && (worker.sync.phase === 'signed-out' || worker.sync.phase === 'locked')) {
    return (
      <main className="page">
        <EmptyState title={t('empty.signedOut.title')} text={t('empty.signedOut.text')}>
          <button type="button" className="button button-primary" onClick={onConnect}>
            {t('empty.signedOut.button')}
          </button>
        </EmptyState>
      </main>
    );
  }
  return (
    <main className="page">
      <h1 className="page-title">{t('reports.title')}</h1>
      {worker === null || reports === null ? (
        <p className="loading" role="status">
          {t('empty.loading')}
        </p>
      ) : (
        <Content {...props} worker={worker} reports={reports} />
      )}
    </main>
  );
}

type Ready = ReportsProps & { worker: WorkerState; reports: Reports };

function Content({ worker, reports, answered, onAnswer, onDiscard }: Ready) {
  const { t } = useI18n();
  const { me, policy } = worker;
  return (
    <>
      {reports.error ? <p className="notice">{t(`error.${reports.error}`)}</p> : null}
      <p className="small" role="status">
        {answered ? t('reports.answered') : ''}
      </p>
      {me?.role === 'operations' && policy ? (
        <section className="section">
          <h2 className="section-title">{t('reports.open')}</h2>
          {reports.open === null ? <p className="muted">{t('reports.open.unknown')}</p> : null}
          {reports.open?.length === 0 ? <p className="muted">{t('reports.open.none')}</p> : null}
          <ul className="reports">
            {reports.open?.map((report) => (
              <OpenReport
                key={report.id}
                report={report}
                policy={policy}
                role={me.role}
                onAnswer={onAnswer}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <section className="section">
        <h2 className="section-title">{t('reports.own')}</h2>
        {reports.own.length === 0 ? <p className="muted">{t('reports.own.none')}</p> : null}
        <ul className="reports">
          {reports.own.map((report) => (
            <ReportItem key={report.id} report={report} named onDiscard={onDiscard} />
          ))}
        </ul>
      </section>
    </>
  );
}
