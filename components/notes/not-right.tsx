import { useEffect, useRef, useState } from 'react';
import type { AccountView } from '../../lib/contract/page-messages.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { figuresSeen } from './figures-seen.ts';
import type { NoteProps } from './note-props.ts';
import { ReportForm } from './report-form.tsx';
import { ReportItem } from './report-item.tsx';

interface NotRightProps extends NoteProps {
  account: AccountView;
  asOf: string | null;
  policyVersion: string;
  /** The form is open: the card's link leads here as well. */
  reporting: boolean;
  onReporting(open: boolean): void;
}

/** "Not right?": own reports about this customer with their answers, and the form for another. */
export function NotRight(props: NotRightProps) {
  const { account, asOf, policyVersion, notes, reporting, onReporting, onReport, onDiscard } = props;
  const { onAnswersShown } = props;
  const { t } = useI18n();
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState(false);
  const reports = notes?.reports ?? [];
  const unread = reports.filter((report) => report.unread).map(({ id }) => id);
  const shown = unread.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids tell what is new
  useEffect(() => {
    if (unread.length > 0) onAnswersShown(unread);
  }, [shown]);

  const close = () => {
    onReporting(false);
    // The button comes back where the form was.
    requestAnimationFrame(() => button.current?.focus());
  };
  const queued = reports[0]?.status === 'queued';
  return (
    <section className="not-right">
      {reports.length > 0 ? (
        <>
          <h2 className="small-title">{t('report.own')}</h2>
          <ul className="reports">
            {reports.map((report) => (
              <ReportItem key={report.id} report={report} onDiscard={onDiscard} />
            ))}
          </ul>
        </>
      ) : null}
      {reporting ? (
        <ReportForm
          onSend={async (kind, text) => {
            setSaid(false);
            // The moment of the report, not of the page's last minute.
            const kept = await onReport(kind, text, figuresSeen(account, asOf, policyVersion, new Date()));
            setSaid(kept);
            return kept;
          }}
          onClose={close}
        />
      ) : (
        <button ref={button} type="button" className="link" onClick={() => onReporting(true)}>
          {t('report.link')}
        </button>
      )}
      <p className="visually-hidden" role="status">
        {said ? t(queued ? 'report.status.queued' : 'report.done') : ''}
      </p>
    </section>
  );
}
