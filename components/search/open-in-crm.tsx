import type { Ref } from 'react';
import { useI18n } from '../shared/i18n-context.tsx';

/** Opens a customer's record in a new tab; the page at hand may hold what somebody is typing. */
export function OpenInCrm({ url, focus }: { url: string; focus?: Ref<HTMLAnchorElement> }) {
  const { t } = useI18n();
  return (
    <a ref={focus} className="button" href={url} target="_blank" rel="noreferrer">
      {t('crm.open')}
    </a>
  );
}
