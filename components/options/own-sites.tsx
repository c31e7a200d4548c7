import { useI18n } from '../shared/i18n-context.tsx';
import type { CrmItem } from './crm-list.tsx';
import { GENERIC, type OwnCrms, ownHost } from './own-crms.ts';
import { OwnServerForm } from './own-server-form.tsx';
import { SiteFinding } from './site-finding.tsx';

interface OwnSitesProps {
  own: OwnCrms;
  /** CRMs with access, those on own servers among them. */
  crms: readonly CrmItem[];
  onAllowAddress(address: string): boolean;
  onRemove(id: string): void;
}

/** CRMs on the company's own servers: which one runs where, and a form to add one. */
export function OwnSites({ own, crms, onAllowAddress, onRemove }: OwnSitesProps) {
  const { t } = useI18n();
  const { view, failed } = own.sites;
  const granted = crms.flatMap(({ id }) => ownHost(id) ?? []);
  const prescribed = view?.locked.sites ?? [];
  const hosts = [...new Set([...granted, ...prescribed])].sort();
  return (
    <div className="own-sites">
      <h3 className="block-title">{t('options.own.title')}</h3>
      {hosts.length === 0 ? <p className="small">{t('options.own.none')}</p> : null}
      <ul>
        {hosts.map((host) => (
          <OwnSite
            key={host}
            host={host}
            own={own}
            locked={prescribed.includes(host)}
            granted={granted.includes(host.replace(/:\d+$/, ''))}
            onAllow={() => onAllowAddress(host)}
            onRemove={() => {
              void own.sites.forget(host);
              onRemove(`https://${host.replace(/:\d+$/, '')}/*`);
            }}
          />
        ))}
      </ul>
      {failed ? (
        <p className="notice" role="alert">
          {t('error.unknown')}
        </p>
      ) : null}
      <OwnServerForm onAllowAddress={onAllowAddress} />
    </div>
  );
}

interface OwnSiteProps {
  host: string;
  own: OwnCrms;
  /** The policy says which CRM runs there. */
  locked: boolean;
  granted: boolean;
  onAllow(): void;
  onRemove(): void;
}

function OwnSite({ host, own, locked, granted, onAllow, onRemove }: OwnSiteProps) {
  const { t } = useI18n();
  const { sites, choices } = own;
  const crm = sites.view?.sites[host] ?? '';
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name ?? id;
  const finding = sites.findings[host];
  return (
    <li className="own-site">
      <p className="crm-name">{host}</p>
      <div className="own-site-ways">
        {locked ? (
          <span className="crm-state">
            {nameOf(crm)} · {t('options.locked')}
          </span>
        ) : (
          <select
            className="select"
            aria-label={t('options.own.crm', { host })}
            value={crm}
            onChange={(event) => void sites.choose(host, event.target.value || null)}
          >
            <option value="">{t('options.own.byAddress')}</option>
            {choices.map(({ id, name, experimental }) => (
              <option key={id} value={id}>
                {id === GENERIC ? t('options.own.other') : name}
                {experimental && id !== GENERIC ? ` (${t('options.own.experimental')})` : ''}
              </option>
            ))}
          </select>
        )}
        {granted ? null : (
          <button
            type="button"
            className="button"
            aria-label={t('options.crm.allowNamed', { name: host })}
            onClick={onAllow}
          >
            {t('options.crm.allow')}
          </button>
        )}
        {granted && !locked ? (
          <button
            type="button"
            className="button"
            aria-label={t('options.own.recogniseNamed', { host })}
            disabled={finding?.is === 'looking'}
            onClick={() => void sites.recognise(host)}
          >
            {t('options.own.recognise')}
          </button>
        ) : null}
        {granted ? (
          <button
            type="button"
            className="button button-quiet"
            aria-label={t('options.crm.removeNamed', { name: host })}
            onClick={onRemove}
          >
            {t('options.crm.remove')}
          </button>
        ) : null}
      </div>
      {locked ? null : <SiteFinding host={host} finding={finding} nameOf={nameOf} />}
    </li>
  );
}
