import { type FormEvent, useId, useState } from 'react';
import { useI18n } from '../shared/i18n-context.tsx';
import type { CrmListProps } from './crm-list.tsx';

/** Allows a CRM that runs on the company's own server, by its address. */
export function OwnServerForm({ onAllowAddress }: Pick<CrmListProps, 'onAllowAddress'>) {
  const { t } = useI18n();
  const id = useId();
  const [unusable, setUnusable] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const usable = onAllowAddress(String(new FormData(form).get('address') ?? ''));
    setUnusable(!usable);
    if (usable) form.reset();
  };
  return (
    <form className="form own-server" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={id}>{t('options.crm.own')}</label>
        <div className="field-line">
          <input
            id={id}
            name="address"
            type="url"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-hint`}
          />
          <button type="submit" className="button">
            {t('options.crm.allow')}
          </button>
        </div>
        <p className="small" id={`${id}-hint`}>
          {t('options.crm.own.hint')}
        </p>
      </div>
      {unusable ? (
        <p className="notice" role="alert">
          {t('options.crm.badAddress')}
        </p>
      ) : null}
    </form>
  );
}
