import { useI18n } from '../shared/i18n-context.tsx';

interface AccountFooterProps {
  /** Figures up to, `YYYY-MM-DD`. */
  asOf: string | null;
  /** ISO time of the last successful contact. */
  syncedAt: string | null;
  policyVersion?: string;
  stale: boolean;
}

/** How old the data are: two dates, never one pretending to be the other. */
export function AccountFooter({ asOf, syncedAt, policyVersion, stale }: AccountFooterProps) {
  const { t, format, now } = useI18n();
  const parts = [
    asOf ? t('dates.figures', { date: format.date(asOf) }) : '',
    syncedAt ? t('dates.synced', { time: format.time(syncedAt, now) }) : '',
    policyVersion ? t('panel.policy', { version: policyVersion }) : '',
  ].filter(Boolean);
  return (
    <footer className={stale ? 'dates dates-stale' : 'dates'}>
      {parts.join(' · ')}
      {stale ? ` · ${t('dates.stale')}` : ''}
    </footer>
  );
}
