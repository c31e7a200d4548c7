import { useState } from 'react';
import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { SyncLine } from '../sync/sync-line.tsx';
import { ConnectionForm, type ConnectionInput } from './connection-form.tsx';

export interface ConnectionProps {
  worker: WorkerState;
  busy: boolean;
  error: Parameters<typeof ConnectionForm>[0]['error'];
  /** True when the connection stands. */
  onConnect(input: ConnectionInput): Promise<boolean>;
  onSyncNow(): void;
  onSignOut(): void;
}

/** Who is connected to what, or the form to connect. */
export function Connection({ worker, busy, error, onConnect, onSyncNow, onSignOut }: ConnectionProps) {
  const { t } = useI18n();
  const [changing, setChanging] = useState(false);
  const { me, apiUrl, sync } = worker;
  const out = sync.phase === 'signed-out' || sync.phase === 'locked';
  if (out || changing) {
    return (
      <>
        <p className="lead">{t('options.connection.text')}</p>
        {sync.error && !error && out ? <p className="notice">{t(`error.${sync.error}`)}</p> : null}
        <ConnectionForm
          apiUrl={apiUrl ?? ''}
          locked={worker.locked}
          busy={busy}
          error={error}
          onConnect={(input) => void onConnect(input).then((ok) => ok && setChanging(false))}
          {...(changing ? { onCancel: () => setChanging(false) } : {})}
        />
      </>
    );
  }
  return (
    <>
      {me ? (
        <p>{t('options.connectedAs', { name: me.name, role: t(`role.${me.role}`), company: me.company })}</p>
      ) : null}
      {apiUrl ? <p className="small">{t('options.connectedTo', { url: apiUrl })}</p> : null}
      <SyncLine sync={sync} onSyncNow={onSyncNow} />
      <p className="actions">
        <button type="button" className="button" onClick={() => setChanging(true)}>
          {t('options.change')}
        </button>
        <button type="button" className="button" onClick={onSignOut}>
          {t('options.signOut')}
        </button>
      </p>
      <p className="small">{t('options.signOut.text')}</p>
    </>
  );
}
