import { type ReactNode, useId, useState } from 'react';
import { useI18n } from '../shared/i18n-context.tsx';
import { CrmAction } from './crm-action.tsx';
import { OwnServerForm } from './own-server-form.tsx';

export interface CrmItem {
  /** Adapter id, or the host pattern of a CRM on an own server. */
  id: string;
  name: string;
  /** Nobody has seen the page structure on a running installation. */
  experimental: boolean;
  access: 'required' | 'granted' | 'off';
}

export interface CrmListProps {
  crms: readonly CrmItem[];
  /** Name of the CRM whose permission the browser refused last. */
  refused: string | null;
  /** Called inside the click, as the browser's question demands. */
  onAllow(id: string): void;
  onRemove(id: string): void;
  /** A CRM on an own server; false where the address cannot be used. Called inside the click as well. */
  onAllowAddress(address: string): boolean;
  /** In place of the form for an own server. */
  ownServers?: ReactNode;
}

/** The CRMs Tierlens may work on, allowed ones first, each allowed with one click. */
export function CrmList(props: CrmListProps) {
  const { crms, refused, onAllow, onRemove, onAllowAddress, ownServers } = props;
  const { t } = useI18n();
  const id = useId();
  const [wanted, setWanted] = useState('');
  const fits = (crm: CrmItem) => crm.name.toLowerCase().includes(wanted.trim().toLowerCase());
  const found = [
    ...crms.filter((crm) => crm.access !== 'off' && fits(crm)),
    ...crms.filter((crm) => crm.access === 'off' && fits(crm)),
  ];
  return (
    <>
      <p className="lead">{t('options.crms.text')}</p>
      <div className="field">
        <label htmlFor={id}>{t('options.crm.find')}</label>
        <input
          id={id}
          type="search"
          value={wanted}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      {crms.length === 0 ? <p className="notice">{t('options.crm.none')}</p> : null}
      {crms.length > 0 && found.length === 0 ? <p className="small">{t('options.crm.notFound')}</p> : null}
      <ul className="crms">
        {found.map((crm) => (
          <li key={crm.id} className="crm">
            <div>
              <p className="crm-name">{crm.name}</p>
              {crm.experimental ? <p className="small">{t('options.crm.experimental')}</p> : null}
            </div>
            <CrmAction crm={crm} onAllow={onAllow} onRemove={onRemove} />
          </li>
        ))}
      </ul>
      {refused ? (
        <p className="notice" role="alert">
          {t('options.crm.refused', { name: refused })}
        </p>
      ) : null}
      {ownServers ?? <OwnServerForm onAllowAddress={onAllowAddress} />}
    </>
  );
}
