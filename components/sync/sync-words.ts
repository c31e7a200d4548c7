import type { SyncStatus } from '../../lib/contract/page-messages.ts';
import type { Format } from '../../lib/i18n/format.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

/** Where the data stand, in one line. */
export function syncWords(sync: SyncStatus, t: Translator, format: Format, now: Date): string {
  const time = sync.syncedAt === null ? null : format.time(sync.syncedAt, now);
  switch (sync.phase) {
    case 'signed-out':
      return t('sync.signedOut');
    case 'locked':
      return t('sync.locked');
    case 'syncing':
      return sync.total > 0
        ? t('sync.syncing', { done: format.integer(sync.done), total: format.integer(sync.total) })
        : t('sync.starting');
    case 'offline':
      return time === null ? t('sync.offlineNever') : t('sync.offline', { time });
    case 'error':
      return t('sync.error');
    case 'idle':
      return time === null
        ? t('sync.never')
        : t('sync.idle', { count: sync.accounts, customers: format.integer(sync.accounts), time });
  }
}
