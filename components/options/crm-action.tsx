import { useI18n } from '../shared/i18n-context.tsx';
import type { CrmItem, CrmListProps } from './crm-list.tsx';

interface CrmActionProps extends Pick<CrmListProps, 'onAllow' | 'onRemove'> {
  crm: CrmItem;
}

/** What can be done about one CRM: allow it, take that back, or nothing. */
export function CrmAction({ crm, onAllow, onRemove }: CrmActionProps) {
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
