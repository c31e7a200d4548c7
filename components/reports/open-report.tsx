import { type FormEvent, useId, useState } from 'react';
import type { Feedback } from '../../lib/contract/feedback.ts';
import type { Role } from '../../lib/contract/me.ts';
import type { ErrorCode } from '../../lib/contract/page-messages.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { SeenFigures } from './seen-figures.tsx';

interface OpenReportProps {
  report: Feedback;
  policy: PolicyWords;
  role: Role;
  /** Null when the answer has arrived. */
  onAnswer(id: string, text: string): Promise<ErrorCode | 'unknown' | null>;
}

/** One report that waits for an answer: who says what, the figures they saw, and room for the answer. */
export function OpenReport({ report, policy, role, onAnswer }: OpenReportProps) {
  const { t, format, now } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const who = report.reporter ?? '';

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setError(t('reports.empty'));
    setError(null);
    setBusy(true);
    const failure = await onAnswer(report.id, text.trim());
    setBusy(false);
    if (failure !== null) setError(t('reports.failed', { reason: t(`error.${failure}`) }));
  };
  return (
    <li className="report">
      <h3 className="report-name">{report.seen.name}</h3>
      <p className="report-head">
        {t(`report.kind.${report.kind}`)}{' '}
        <span className="muted">
          · {t('reports.from', { name: who, time: format.time(report.createdAt, now) })}
        </span>
      </p>
      {report.text ? <p className="report-text">{report.text}</p> : null}
      <SeenFigures seen={report.seen} policy={policy} role={role} />
      <form className="note-form" onSubmit={(event) => void send(event)} noValidate>
        <label htmlFor={id} className="note-label">
          {t('reports.answer', { name: who })}
        </label>
        <textarea
          id={id}
          rows={3}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className={error ? 'notice' : 'visually-hidden'} role="alert">
          {error ?? ''}
        </p>
        <p className="actions">
          <button type="submit" className="button button-primary" disabled={busy}>
            {t('reports.send')}
          </button>
        </p>
      </form>
    </li>
  );
}
