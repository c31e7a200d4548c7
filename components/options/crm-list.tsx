import { useI18n } from '../shared/i18n-context.tsx';

export interface CrmItem {
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
}

/** The CRMs Tierlens may work on, each allowed with one click. */
export function CrmList({ crms, refused, onAllow, onRemove }: CrmListProps) {
  const { t } = useI18n();
  return (
    <>
      <p className="lead">{t('options.crms.text')}</p>
      {crms.length === 0 ? <p className="notice">{t('options.crm.none')}</p> : null}
      <ul className="crms">
        {crms.map((crm) => (
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
    </>
  );
}

function CrmAction({
  crm,
  onAllow,
  onRemove,
}: { crm: CrmItem } & Pick<CrmListProps, 'onAllow' | 'onRemove'>) {
  const { t } = useI18n();
  if (crm.access === 'required') return <span className="crm-state">{t('options.crm.required')}</span>;
  if (crm.access === 'granted') {
    return (
      <span className="crm-actions">
        <span className="crm-state">{t('options.crm.on')}</span>
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('options.crm.removeNamed', { name: crm.name })}
          onClick={() => onRemove(crm.id)}
        >
          {t('options.crm.remove')}
        </button>
      </span>
    );
  }
  return (
    <button
      type="button"
      className="button"
      aria-label={t('options.crm.allowNamed', { name: crm.name })}
      onClick={() => onAllow(crm.id)}
    >
      {t('options.crm.allow')}
    </button>
  );
}
