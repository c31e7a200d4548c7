import { useState } from 'react';
import type { SyncStatus } from '../../lib/contract/page-messages.ts';
import { useI18n } from '../shared/i18n-context.tsx';

interface DataSectionProps {
  sync: SyncStatus;
  /** Bytes the extension's storage takes, null where the browser does not say. */
  usage: number | null;
  onWipe(): void;
}

/** What lies in this browser, how old it is, and how to remove it. */
export function DataSection({ sync, usage, onWipe }: DataSectionProps) {
  const { t, format, now } = useI18n();
  const [step, setStep] = useState<'idle' | 'sure' | 'wiped'>('idle');
  const facts = [
    [t('options.data.accounts'), sync.accounts > 0 ? format.integer(sync.accounts) : t('options.data.none')],
    [t('options.data.size'), usage === null ? t('options.data.unknown') : format.bytes(usage)],
    [t('options.data.asOf'), sync.asOf ? format.date(sync.asOf) : t('options.data.none')],
    [t('options.data.synced'), sync.syncedAt ? format.time(sync.syncedAt, now) : t('options.data.none')],
  ] as const;
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="actions">
        {step === 'sure' ? (
          <>
            <span>{t('options.wipe.sure')}</span>
            <button
              type="button"
              className="button"
              onClick={() => {
                onWipe();
                setStep('wiped');
              }}
            >
              {t('options.wipe.yes')}
            </button>
            <button type="button" className="button" onClick={() => setStep('idle')}>
              {t('options.cancel')}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => setStep('sure')}>
            {t('options.wipe')}
          </button>
        )}
      </p>
      <p className="small" aria-live="polite">
        {step === 'wiped' ? t('options.wiped') : t('options.wipe.text')}
      </p>
    </>
  );
}
