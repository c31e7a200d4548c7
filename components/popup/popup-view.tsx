import { useEffect, useRef } from 'react';
import type { Toggle } from '../../lib/contract/me.ts';
import { AccountCard } from '../card/account-card.tsx';
import { DueFold } from '../due/due-fold.tsx';
import { NoteLines } from '../notes/note-lines.tsx';
import { HostSwitch } from '../overlays/host-switch.tsx';
import { OverlayToggles } from '../overlays/overlay-toggles.tsx';
import type { PanelProps } from '../panel/panel-view.tsx';
import { CustomerSearch } from '../search/customer-search.tsx';
import { OpenInCrm } from '../search/open-in-crm.tsx';
import { CompanyMessage } from '../shared/company-message.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { DiscreetControl } from '../sync/discreet-control.tsx';
import { SyncLine } from '../sync/sync-line.tsx';

export interface PopupProps extends Omit<PanelProps, 'onCopy' | 'note' | 'reporting' | 'onReporting'> {
  teamError: string | null;
  /** Host of the page in front, null where it is no CRM. */
  host: string | null;
  onHost(host: string, visible: boolean): void;
  onOwnToggle(toggle: Toggle, on: boolean): void;
  onTeamToggle(toggle: Toggle, on: boolean): void;
  onTeamTerms(until: string | null, locked: boolean): void;
  onOpenPanel(): void;
  /** Opens the side panel with the form for what is not right. */
  onNotRight(): void;
  onOpenReports(): void;
  onOpenSettings(): void;
}

/** The toolbar popup: card of the current customer, what a lead has to decide, toggles, search, sync. */
export function PopupView(props: PopupProps) {
  const { t } = useI18n();
  const { worker, failed, onOpenPanel, onOpenReports, onOpenSettings } = props;
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
      <CompanyMessage worker={worker} />
      {out ? <SignedOut {...props} worker={worker} /> : <SignedIn {...props} worker={worker} />}
      <nav className="popup-foot">
        {out ? null : (
          <button type="button" className="link" onClick={onOpenPanel}>
            {t('popup.openPanel')}
          </button>
        )}
        {out ? null : (
          <button type="button" className="link" onClick={onOpenReports}>
            {t('popup.reports')}
          </button>
        )}
        <button type="button" className="link" onClick={onOpenSettings}>
          {t('popup.settings')}
        </button>
        <button type="button" className="link" title={t('options.problem.title')} onClick={props.onProblem}>
          {t('popup.problem')}
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
      {hidden ? null : <First {...props} />}
      <DiscreetControl until={worker.discreetUntil} onDiscreet={props.onDiscreet} />
      {me ? (
        <OverlayToggles
          me={me}
          overlays={worker.overlays}
          teamError={props.teamError}
          compact
          onOwn={props.onOwnToggle}
          onTeam={props.onTeamToggle}
          onTerms={props.onTeamTerms}
        />
      ) : null}
      {props.host === null ? null : (
        <HostSwitch host={props.host} hiddenHosts={worker.hiddenHosts} onHost={props.onHost} />
      )}
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

/** What waits stands above the customer for leads, below for everybody else. */
function First(props: Ready) {
  const { t, format } = useI18n();
  const { worker, onDue, onChoose, onOpenReports } = props;
  const { me, policy, notes } = worker;
  const counts = me?.counts ?? null;
  const due = policy ? (
    <DueFold
      title={counts ? t('popup.bestWaiting', { count: format.integer(counts.bestWaiting) }) : t('due.title')}
      policy={policy}
      version={me?.manifestVersion ?? ''}
      onDue={onDue}
      onChoose={onChoose}
    />
  ) : null;
  return (
    <>
      {counts ? (
        <div className="counts">
          {due}
          <p>{t('popup.decisions', { count: format.integer(counts.decisionsPending) })}</p>
        </div>
      ) : null}
      <Current {...props} />
      {counts ? null : due}
      {notes ? <NoteLines notes={notes} onOpen={onOpenReports} /> : null}
    </>
  );
}

function Current(props: Ready) {
  const { worker, account, phase, chosen, onFollow, onOpenPanel, onNotRight } = props;
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
          {...(chosen ? {} : { onWhy: onOpenPanel, onNotRight })}
        />
        {chosen ? (
          <p className="popup-ways">
            {account.url === undefined ? null : <FocusedLink key={account.key} url={account.url} />}
            <button type="button" className="link" onClick={onFollow}>
              {t('panel.back')}
            </button>
          </p>
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

/** Takes the focus that the search has left: Enter again opens the record. */
function FocusedLink({ url }: { url: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  return <OpenInCrm url={url} focus={link} />;
}
