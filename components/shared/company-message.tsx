import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { useI18n } from './i18n-context.tsx';

/** What operations tell everybody, and that this version is too old for the company; nothing else. */
export function CompanyMessage({ worker }: { worker: Pick<WorkerState, 'message' | 'tooOld' | 'me'> }) {
  const { t } = useI18n();
  const { message, tooOld, me } = worker;
  return (
    <>
      {tooOld ? <p className="notice">{t('message.tooOld')}</p> : null}
      {message ? (
        <p className="notice">{me ? t('message.from', { company: me.company, text: message }) : message}</p>
      ) : null}
    </>
  );
}
