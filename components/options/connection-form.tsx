import { type FormEvent, useId, useState } from 'react';
import type { ErrorCode, WorkerState } from '../../lib/contract/page-messages.ts';
import { useI18n } from '../shared/i18n-context.tsx';

export interface ConnectionInput {
  apiUrl: string;
  token: string;
  remember: boolean;
}

interface ConnectionFormProps {
  apiUrl: string;
  /** What the company prescribes. */
  locked: WorkerState['locked'];
  busy: boolean;
  /** Why the last attempt failed. */
  error: ErrorCode | 'unknown' | null;
  onConnect(input: ConnectionInput): void;
  onCancel?(): void;
}

/** Address and access token of the company's own server. */
export function ConnectionForm({ apiUrl, locked, busy, error, onConnect, onCancel }: ConnectionFormProps) {
  const { t } = useI18n();
  const id = useId();
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const input = {
      apiUrl: String(data.get('apiUrl') ?? '').trim(),
      token: String(data.get('token') ?? '').trim(),
      remember: data.get('remember') === 'on',
    };
    const incomplete = input.apiUrl === '' || input.token === '';
    setMissing(incomplete);
    if (!incomplete) onConnect(input);
  };
  const problem = missing ? t('options.missing') : error ? t(`error.${error}`) : null;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={`${id}-url`}>{t('options.apiUrl')}</label>
        <input
          id={`${id}-url`}
          name="apiUrl"
          type="url"
          defaultValue={apiUrl}
          readOnly={locked?.apiUrl}
          autoComplete="url"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
        />
        <p className="small" id={`${id}-hint`}>
          {t(locked?.apiUrl ? 'options.prescribed' : 'options.apiUrl.hint')}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-token`}>{t('options.token')}</label>
        <input id={`${id}-token`} name="token" type="password" autoComplete="off" spellCheck={false} />
      </div>
      <label className="check">
        <input
          name="remember"
          type="checkbox"
          disabled={locked?.remember}
          aria-describedby={`${id}-remember`}
        />
        <span>{t('options.remember')}</span>
      </label>
      <p className="small check-hint" id={`${id}-remember`}>
        {t(locked?.remember ? 'options.prescribed' : 'options.remember.hint')}
      </p>
      {problem ? (
        <p className="notice" role="alert">
          {problem}
        </p>
      ) : null}
      <p className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>
          {t(busy ? 'options.connecting' : 'options.connect')}
        </button>
        {onCancel ? (
          <button type="button" className="button" onClick={onCancel}>
            {t('options.cancel')}
          </button>
        ) : null}
      </p>
    </form>
  );
}
