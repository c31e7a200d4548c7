import { useState } from 'react';
import type { GenericCrmSettings } from '../../lib/contract/crm-settings.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { readableTemplate } from './address-parts.ts';
import { GenericForm } from './generic-form.tsx';
import { GENERIC, type OwnCrms } from './own-crms.ts';
import { SiteFinding } from './site-finding.tsx';

/** CRMs that Tierlens does not know: described by pointing at a record's name and marking the id. */
export function GenericCrms({ own }: { own: OwnCrms }) {
  const { t } = useI18n();
  const { sites, idOf } = own;
  const [edited, setEdited] = useState<GenericCrmSettings | null>(null);
  if (sites.view === null) return null;
  const { effective, locked, picked } = sites.view;
  const described = effective.generic ?? [];
  const chosen = Object.entries(sites.view.sites).flatMap(([host, crm]) => (crm === GENERIC ? host : []));
  const hosts = chosen.filter((host) => !locked.generic.includes(host));
  if (described.length === 0 && hosts.length === 0 && picked === null) return null;
  const save = (crm: GenericCrmSettings) => void sites.save(crm, edited).then(() => setEdited(null));
  return (
    <div className="own-sites">
      <h3 className="block-title">{t('options.generic.title')}</h3>
      <p className="small">{t('options.generic.text')}</p>
      <ul>
        {described.map((crm) => (
          <li key={crm.host + crm.url} className="own-site">
            <p className="address">{crm.host + readableTemplate(crm.url)}</p>
            <div className="own-site-ways">
              <span className="crm-state">{t(`options.generic.${crm.object ?? 'account'}`)}</span>
              {locked.generic.includes(crm.host) ? (
                <span className="crm-state">{t('options.locked')}</span>
              ) : (
                <>
                  <button
                    type="button"
                    className="button"
                    aria-label={t('options.generic.editNamed', {
                      address: crm.host + readableTemplate(crm.url),
                    })}
                    onClick={() => setEdited(crm)}
                  >
                    {t('options.generic.edit')}
                  </button>
                  <button
                    type="button"
                    className="button button-quiet"
                    aria-label={t('options.generic.dropNamed', {
                      address: crm.host + readableTemplate(crm.url),
                    })}
                    onClick={() => void sites.drop(crm)}
                  >
                    {t('options.generic.drop')}
                  </button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {edited ? (
        <GenericForm
          key={edited.host + edited.url}
          crm={edited}
          address={null}
          idOf={idOf}
          onSave={save}
          onCancel={() => setEdited(null)}
        />
      ) : picked ? (
        <GenericForm
          key={picked.url}
          crm={{ host: new URL(picked.url).host, url: '', title: picked.title }}
          address={picked.url}
          idOf={idOf}
          onSave={save}
          onCancel={sites.dismiss}
        />
      ) : (
        hosts.map((host) => (
          <div key={host}>
            <p className="actions">
              <button type="button" className="button" onClick={() => void sites.point(host)}>
                {t('options.generic.point', { host })}
              </button>
            </p>
            {sites.findings[host]?.is === 'found' ? null : (
              <SiteFinding host={host} finding={sites.findings[host]} nameOf={String} />
            )}
          </div>
        ))
      )}
    </div>
  );
}
