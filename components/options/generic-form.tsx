import { type FormEvent, useId, useState } from 'react';
import type { GenericCrmSettings } from '../../lib/contract/crm-settings.ts';
import { RECORD_OBJECTS, type RecordObject } from '../../lib/util/record-key.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { AddressMarks } from './address-marks.tsx';
import { addressParts, addressTemplate, likelyId } from './address-parts.ts';
import type { OwnCrms } from './own-crms.ts';

interface GenericFormProps {
  crm: GenericCrmSettings;
  /** Address of the page pointed at; null where a description is changed by hand. */
  address: string | null;
  idOf: OwnCrms['idOf'];
  onSave(crm: GenericCrmSettings): void;
  onCancel(): void;
}

/** Which part of the address is the id, what the page shows, and where its name stands. */
export function GenericForm({ crm, address, idOf, onSave, onCancel }: GenericFormProps) {
  const { t } = useI18n();
  const fieldId = useId();
  const [parts] = useState(() => (address === null ? [] : addressParts(address)));
  const [chosen, setChosen] = useState(() => likelyId(parts));
  const [varying, setVarying] = useState<ReadonlySet<number>>(new Set());
  const [trouble, setTrouble] = useState<'noId' | 'noFit' | null>(null);
  const template = chosen < 0 ? '' : addressTemplate(parts, chosen, varying);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const url = address === null ? String(data.get('url')).trim() : template;
    const title = String(data.get('title')).trim();
    const object = data.get('object') as RecordObject;
    const described = { host: crm.host, url, object, ...(title === '' ? {} : { title }) };
    if (url.split('{id}').length !== 2 || !url.startsWith('/')) return setTrouble('noId');
    if (address !== null && idOf(address, described) === null) return setTrouble('noFit');
    setTrouble(null);
    onSave(described);
  };
  return (
    <form className="form generic-form" onSubmit={submit} noValidate>
      {address === null ? (
        <div className="field">
          <label htmlFor={`${fieldId}-url`}>{t('options.generic.url')}</label>
          <input id={`${fieldId}-url`} name="url" defaultValue={crm.url} spellCheck={false} />
          <p className="small">{t('options.generic.url.hint')}</p>
        </div>
      ) : (
        <AddressMarks
          host={crm.host}
          parts={parts}
          chosen={chosen}
          varying={varying}
          onChoose={setChosen}
          onVarying={setVarying}
        />
      )}
      <div className="field">
        <label htmlFor={`${fieldId}-object`}>{t('options.generic.object')}</label>
        <select
          id={`${fieldId}-object`}
          name="object"
          className="select"
          defaultValue={crm.object ?? 'account'}
        >
          {RECORD_OBJECTS.map((object) => (
            <option key={object} value={object}>
              {t(`options.generic.${object}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${fieldId}-title`}>{t('options.generic.selector')}</label>
        <input id={`${fieldId}-title`} name="title" defaultValue={crm.title ?? ''} spellCheck={false} />
        <p className="small">{t('options.generic.selector.hint')}</p>
      </div>
      {trouble ? (
        <p className="notice" role="alert">
          {t(`options.generic.${trouble}`)}
        </p>
      ) : null}
      <p className="actions">
        <button type="submit" className="button button-primary">
          {t('options.generic.save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('options.cancel')}
        </button>
      </p>
    </form>
  );
}
