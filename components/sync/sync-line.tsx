import type { SyncStatus } from '../../lib/contract/page-messages.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { syncWords } from './sync-words.ts';

interface SyncLineProps {
  sync: SyncStatus;
  onSyncNow(): void;
}

/** State of the sync with progress, the last error in words, and "sync now". */
export function SyncLine({ sync, onSyncNow }: SyncLineProps) {
  const { t, format, now } = useI18n();
  const usable = sync.phase !== 'signed-out' && sync.phase !== 'locked';
  return (
    <section className="sync" aria-live="polite">
      <div className="sync-line">
        <span>{syncWords(sync, t, format, now)}</span>
        {usable ? (
          <button
            type="button"
            className="button button-quiet"
            disabled={sync.phase === 'syncing'}
            onClick={onSyncNow}
          >
            {t('sync.now')}
          </button>
        ) : null}
      </div>
      {sync.phase === 'syncing' ? (
        <progress
          className="progress"
          aria-label={t('sync.progress')}
          {...(sync.total > 0 ? { value: sync.done, max: sync.total } : {})}
        />
      ) : null}
      {sync.error && sync.phase !== 'syncing' ? <p className="notice">{t(`error.${sync.error}`)}</p> : null}
    </section>
  );
}
