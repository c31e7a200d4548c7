import { useI18n } from '../shared/i18n-context.tsx';
import type { Finding } from '../state/sites-store.ts';

interface SiteFindingProps {
  host: string;
  finding: Finding | undefined;
  nameOf(crm: string): string;
}

/** What came of looking at a host, in words that say what to do next; read out when it changes. */
export function SiteFinding({ host, finding, nameOf }: SiteFindingProps) {
  const { t } = useI18n();
  const text =
    finding === undefined
      ? ''
      : finding.is === 'found'
        ? t('options.own.found', { crm: nameOf(finding.crm) })
        : t(`options.own.${finding.is}`, { host });
  const trouble = finding?.is === 'unknown' || finding?.is === 'no-tab' || finding?.is === 'failed';
  return (
    <p className={trouble ? 'notice' : 'small'} role="status">
      {text}
    </p>
  );
}
