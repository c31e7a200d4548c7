import { useEffect, useRef } from 'react';
import type { DueEntry } from '../../lib/contract/notes.ts';
import type { AccountView, WorkerState } from '../../lib/contract/page-messages.ts';
import { stateText } from '../../lib/i18n/state-text.ts';
import type { Translator } from '../../lib/i18n/translator.ts';
import { DueList } from '../due/due-list.tsx';
import type { NoteProps } from '../notes/note-props.ts';
import { CustomerSearch, type CustomerSearchProps } from '../search/customer-search.tsx';
import { OpenInCrm } from '../search/open-in-crm.tsx';
import { CompanyMessage } from '../shared/company-message.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import type { RecordPhase } from '../state/record-store.ts';
import { SyncLine } from '../sync/sync-line.tsx';
import { AccountPanel } from './account-panel.tsx';

export interface PanelActions {
  onCopy(text: string): Promise<boolean>;
  onSearch: CustomerSearchProps['onSearch'];
  onChoose(hit: { key: string }): void;
  /** Back from a searched customer to the page's. */
  onFollow(): void;
  onSyncNow(): void;
  onConnect(): void;
  /** Opens the page that says what may be wrong. */
  onProblem(): void;
  onDiscreet(minutes: number): void;
  /** Best customers with care owed. */
  onDue(): Promise<DueEntry[]>;
}

export interface PanelProps extends PanelActions {
  /** Null until the worker has answered. */
  worker: WorkerState | null;
  /** The worker does not answer. */
  failed: boolean;
  phase: RecordPhase;
  account: AccountView | null;
  chosen: boolean;
  note: NoteProps;
  /** The form for what is not right is open. */
  reporting: boolean;
  onReporting(open: boolean): void;
}

/** The side panel: one customer, or what to do to see one. */
export function PanelView(props: PanelProps) {
  const { t, format, now } = useI18n();
  const { worker, failed, onConnect, onDiscreet } = props;
  if (!worker) {
    return (
      <main className="panel">
        {failed ? (
          <EmptyState title={t('empty.worker.title')} text={t('empty.worker.text')} />
        ) : (
          <p className="loading" role="status">
            {t('empty.loading')}
          </p>
        )}
      </main>
    );
  }
  if (worker.discreetUntil !== null) {
    const time = format.time(worker.discreetUntil, now);
    return (
      <main className="panel">
        <EmptyState title={t('empty.discreet.title')} text={t('empty.discreet.text', { time })}>
          <button type="button" className="button button-primary" onClick={() => onDiscreet(0)}>
            {t('empty.discreet.end')}
          </button>
        </EmptyState>
      </main>
    );
  }
  const { phase, error } = worker.sync;
  if (phase === 'signed-out' || phase === 'locked') {
    const kind = phase === 'locked' ? 'locked' : 'signedOut';
    return (
      <main className="panel">
        <EmptyState title={t(`empty.${kind}.title`)} text={t(`empty.${kind}.text`)}>
          {error ? <p className="notice">{t(`error.${error}`)}</p> : null}
          <button type="button" className="button button-primary" onClick={onConnect}>
            {t('empty.signedOut.button')}
          </button>
        </EmptyState>
      </main>
    );
  }
  return (
    <main className="panel">
      <p className="visually-hidden" aria-live="polite">
        {announcement(props, t)}
      </p>
      <Content {...props} worker={worker} />
      <CompanyMessage worker={worker} />
    </main>
  );
}

/** What a screen reader hears when the panel follows to another customer. */
function announcement({ worker, account }: PanelProps, t: Translator): string {
  if (!account || !worker?.policy) return '';
  const { words } = account;
  if (!worker.overlays.effective.sign) return words.name;
  return `${words.name}: ${stateText(words, worker.policy, t).headline}`;
}

/** Says that the page shows another customer; takes the focus that the search has left. */
function Elsewhere({ url, onFollow }: Pick<PanelProps, 'onFollow'> & { url: string | null }) {
  const { t } = useI18n();
  const first = useRef<HTMLAnchorElement & HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="elsewhere">
      <p className="small">{t('panel.elsewhere')}</p>
      <div className="elsewhere-ways">
        {url === null ? null : <OpenInCrm url={url} focus={first} />}
        <button
          ref={url === null ? first : null}
          type="button"
          className="button button-quiet"
          onClick={onFollow}
        >
          {t('panel.back')}
        </button>
      </div>
    </div>
  );
}

function Content(props: PanelProps & { worker: WorkerState }) {
  const { t, format } = useI18n();
  const { worker, account, phase, chosen, onCopy, onFollow, onSyncNow } = props;
  const { sync, policy, me } = worker;
  const troubled = sync.phase === 'offline' || sync.phase === 'error' || sync.phase === 'syncing';
  const trouble = troubled ? <SyncLine sync={sync} onSyncNow={onSyncNow} /> : null;

  if (account && policy && me) {
    return (
      <>
        {chosen ? <Elsewhere url={account.url ?? null} onFollow={onFollow} /> : null}
        <AccountPanel
          key={account.words.id}
          account={account}
          policy={policy}
          role={me.role}
          sign={worker.overlays.effective.sign}
          worker={worker}
          note={props.note}
          reporting={props.reporting}
          onReporting={props.onReporting}
          onCopy={onCopy}
        />
        {trouble}
      </>
    );
  }
  if (phase === 'loading') {
    return (
      <p className="loading" role="status">
        {t('empty.loading')}
      </p>
    );
  }
  if (sync.accounts === 0) {
    const first = sync.phase === 'syncing';
    return (
      <>
        <EmptyState
          title={first ? t('empty.first.title') : t('sync.never')}
          {...(first
            ? {
                text: t('empty.first.text', {
                  done: format.integer(sync.done),
                  total: format.integer(sync.total),
                }),
              }
            : {})}
        />
        <SyncLine sync={sync} onSyncNow={onSyncNow} />
      </>
    );
  }
  const kind = phase === 'unknown' ? 'unknown' : phase === 'no-crm' ? 'noCrm' : 'noAccount';
  return (
    <>
      <EmptyState title={t(`empty.${kind}.title`)} text={t(`empty.${kind}.text`)} />
      <CustomerSearch policy={policy} onSearch={props.onSearch} onChoose={props.onChoose} />
      {policy ? (
        <section className="block">
          <h2 className="block-title">{t('due.title')}</h2>
          <DueList
            policy={policy}
            version={me?.manifestVersion ?? ''}
            onDue={props.onDue}
            onChoose={props.onChoose}
          />
        </section>
      ) : null}
      <SyncLine sync={sync} onSyncNow={onSyncNow} />
      <button type="button" className="link" onClick={props.onProblem}>
        {t('options.problem.title')}
      </button>
    </>
  );
}
