import type { Toggle } from '../../lib/contract/me.ts';
import { AccountCard } from '../card/account-card.tsx';
import { OverlayToggles } from '../overlays/overlay-toggles.tsx';
import type { PanelProps } from '../panel/panel-view.tsx';
import { CustomerSearch } from '../search/customer-search.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { DiscreetControl } from '../sync/discreet-control.tsx';
import { SyncLine } from '../sync/sync-line.tsx';

export interface PopupProps extends Omit<PanelProps, 'onCopy'> {
  teamError: string | null;
  onOwnToggle(toggle: Toggle, on: boolean): void;
  onTeamToggle(toggle: Toggle, on: boolean): void;
  onOpenPanel(): void;
  onOpenSettings(): void;
}

/** The toolbar popup: card of the current customer, what a lead has to decide, toggles, search, sync. */
export function PopupView(props: PopupProps) {
  const { t } = useI18n();
  const { worker, failed, onOpenPanel, onOpenSettings } = props;
  if (!worker) {
    return (
      <main className="popup">
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
  const out = worker.sync.phase === 'signed-out' || worker.sync.phase === 'locked';
  return (
    <main className="popup">
      <h1 className="visually-hidden">{t('app.name')}</h1>
      {out ? <SignedOut {...props} worker={worker} /> : <SignedIn {...props} worker={worker} />}
      <nav className="popup-foot">
        {out ? null : (
          <button type="button" className="link" onClick={onOpenPanel}>
            {t('popup.openPanel')}
          </button>
        )}
        <button type="button" className="link" onClick={onOpenSettings}>
          {t('popup.settings')}
        </button>
      </nav>
    </main>
  );
}

type Ready = PopupProps & { worker: NonNullable<PopupProps['worker']> };

function SignedOut({ worker, onConnect }: Ready) {
  const { t } = useI18n();
  const kind = worker.sync.phase === 'locked' ? 'locked' : 'signedOut';
  return (
    <EmptyState title={t(`empty.${kind}.title`)} text={t(`empty.${kind}.text`)}>
      {worker.sync.error ? <p className="notice">{t(`error.${worker.sync.error}`)}</p> : null}
      <button type="button" className="button button-primary" onClick={onConnect}>
        {t('empty.signedOut.button')}
      </button>
    </EmptyState>
  );
}

function SignedIn(props: Ready) {
  const { worker } = props;
  const { me, policy } = worker;
  const hidden = worker.discreetUntil !== null;
  return (
    <>
      {me?.counts && !hidden ? <LeadCounts counts={me.counts} /> : null}
      {hidden ? null : <Current {...props} />}
      <DiscreetControl until={worker.discreetUntil} onDiscreet={props.onDiscreet} />
      {me ? (
        <OverlayToggles
          me={me}
          overlays={worker.overlays}
          teamError={props.teamError}
          compact
          onOwn={props.onOwnToggle}
          onTeam={props.onTeamToggle}
        />
      ) : null}
      {hidden ? null : (
        <CustomerSearch
          policy={policy}
          labelled={false}
          onSearch={props.onSearch}
          onChoose={props.onChoose}
        />
      )}
      <SyncLine sync={worker.sync} onSyncNow={props.onSyncNow} />
    </>
  );
}

function LeadCounts({ counts }: { counts: { bestWaiting: number; decisionsPending: number } }) {
  const { t, format } = useI18n();
  return (
    <ul className="counts">
      <li>{t('popup.bestWaiting', { count: format.integer(counts.bestWaiting) })}</li>
      <li>{t('popup.decisions', { count: format.integer(counts.decisionsPending) })}</li>
    </ul>
  );
}

function Current({ worker, account, phase, chosen, onFollow, onOpenPanel }: Ready) {
  const { t } = useI18n();
  if (account && worker.policy && worker.me) {
    return (
      <>
        <AccountCard
          account={account}
          policy={worker.policy}
          role={worker.me.role}
          sign={worker.overlays.effective.sign}
          worker={worker}
          named
          {...(chosen ? {} : { onWhy: onOpenPanel })}
        />
        {chosen ? (
          <button type="button" className="link" onClick={onFollow}>
            {t('panel.back')}
          </button>
        ) : null}
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
  const kind = phase === 'unknown' ? 'unknown' : phase === 'no-crm' ? 'noCrm' : 'noAccount';
  return <p className="popup-none">{t(`empty.${kind}.title`)}</p>;
}
