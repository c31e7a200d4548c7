import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { FeedbackKind } from '../../lib/contract/feedback.ts';
import { useI18n } from '../shared/i18n-context.tsx';

/** Order of the choices; the contract holds the same words. */
const KINDS: readonly FeedbackKind[] = ['wrong_customer', 'revenue_missing', 'activity_missing', 'other'];
const MOST_CHARACTERS = 2_000;

interface ReportFormProps {
  /** Resolves to false where the report could not be kept. */
  onSend(kind: FeedbackKind, text: string): Promise<boolean>;
  onClose(): void;
}

/** What is not right here: four choices and room for words. The figures on the screen go with it. */
export function ReportForm({ onSend, onClose }: ReportFormProps) {
  const { t } = useI18n();
  const id = useId();
  const [kind, setKind] = useState<FeedbackKind | null>(null);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<'kind' | 'text' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
    first.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (kind === null) return setTrouble('kind');
    if (kind === 'other' && text.trim() === '') return setTrouble('text');
    setTrouble(null);
    setBusy(true);
    if (await onSend(kind, text.trim())) return onClose();
    setTrouble('failed');
    setBusy(false);
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      noValidate
    >
      <fieldset>
        <legend className="block-title">{t('report.title')}</legend>
        {KINDS.map((name, index) => (
          <label key={name} className="choice">
            <input
              ref={index === 0 ? first : null}
              type="radio"
              name={`${id}-kind`}
              checked={kind === name}
              onChange={() => setKind(name)}
            />
            <span>{t(`report.kind.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-text`} className="note-label">
        {t(kind === 'other' ? 'report.text' : 'report.textOptional')}
      </label>
      <textarea
        id={`${id}-text`}
        rows={3}
        maxLength={MOST_CHARACTERS}
        value={text}
        aria-describedby={`${id}-with`}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="small" id={`${id}-with`}>
        {t('report.with')}
      </p>
      <p className={trouble ? 'notice' : 'visually-hidden'} role="alert">
        {trouble ? t(`report.trouble.${trouble}`) : ''}
      </p>
      <p className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>
          {t('report.send')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('report.cancel')}
        </button>
      </p>
    </form>
  );
}
