import type { ReactNode } from 'react';
import type { Toggle } from '../../lib/contract/me.ts';
import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { HostSwitch } from '../overlays/host-switch.tsx';
import { OverlayToggles } from '../overlays/overlay-toggles.tsx';
import { CompanyMessage } from '../shared/company-message.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { Connection, type ConnectionProps } from './connection.tsx';
import { CrmList, type CrmListProps } from './crm-list.tsx';
import { DataSection } from './data-section.tsx';
import { Diagnostics, type DiagnosticsProps } from './diagnostics.tsx';
import { GenericCrms } from './generic-crms.tsx';
import { MondayBoards } from './monday-boards.tsx';
import { type OwnCrms, ownHost } from './own-crms.ts';
import { OwnSites } from './own-sites.tsx';
import { SettingsFile, type SettingsFileProps } from './settings-file.tsx';
import { ShortcutList, type Shortcuts } from './shortcut-list.tsx';

export interface OptionsProps
  extends Omit<ConnectionProps, 'worker'>,
    Omit<CrmListProps, 'ownServers'>,
    DiagnosticsProps,
    SettingsFileProps {
  worker: WorkerState | null;
  failed: boolean;
  usage: number | null;
  /** Keys as the browser names them; empty where none is set. */
  shortcuts: Shortcuts;
  teamError: string | null;
  own: OwnCrms;
  onLanguage(language: WorkerState['language']): void;
  onOwnToggle(toggle: Toggle, on: boolean): void;
  onTeamToggle(toggle: Toggle, on: boolean): void;
  onTeamTerms(until: string | null, locked: boolean): void;
  onWipe(): void;
  onEditShortcuts(): void;
  onHost(host: string, visible: boolean): void;
  onGuide(): void;
}

/** The settings page. */
export function OptionsView(props: OptionsProps) {
  const { t } = useI18n();
  const { worker, failed } = props;
  if (!worker) {
    return (
      <main className="page">
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
  return (
    <main className="page">
      <h1 className="page-title">{t('options.title')}</h1>
      <CompanyMessage worker={worker} />
      <Section title={t('options.connection')}>
        <Connection {...props} worker={worker} />
      </Section>
      <Section title={t('options.crms')}>
        <Crms {...props} />
      </Section>
      <Section title={t('options.problem.title')}>
        <Diagnostics {...props} />
      </Section>
      <Section title={t('options.language')}>
        <LanguageChoice language={worker.language} onLanguage={props.onLanguage} />
      </Section>
      {worker.me ? (
        <Section title={t('options.overlays')}>
          <p className="lead">{t('options.overlays.text')}</p>
          <OverlayToggles
            me={worker.me}
            overlays={worker.overlays}
            teamError={props.teamError}
            titled={false}
            onOwn={props.onOwnToggle}
            onTeam={props.onTeamToggle}
            onTerms={props.onTeamTerms}
          />
        </Section>
      ) : null}
      <Section title={t('options.shortcuts')}>
        <ShortcutList shortcuts={props.shortcuts} onEdit={props.onEditShortcuts} />
      </Section>
      <Section title={t('options.data')}>
        <DataSection sync={worker.sync} usage={props.usage} onWipe={props.onWipe} />
      </Section>
      <Section title={t('options.file')}>
        {worker.hiddenHosts.map((host) => (
          <HostSwitch key={host} host={host} hiddenHosts={worker.hiddenHosts} onHost={props.onHost} />
        ))}
        <SettingsFile onExport={props.onExport} onImport={props.onImport} />
      </Section>
      <button type="button" className="link" onClick={props.onGuide}>
        {t('options.guide')}
      </button>
    </main>
  );
}

/** CRMs known by name, then those on own servers with what must be said about them. */
function Crms(props: OptionsProps) {
  const { crms, own, onAllowAddress, onRemove } = props;
  const { view, setBoards } = own.sites;
  const monday = crms.some(({ id, access }) => id === 'monday' && access !== 'off');
  return (
    <CrmList
      {...props}
      crms={crms.filter(({ id }) => ownHost(id) === null)}
      ownServers={
        <>
          {monday && view ? <MondayBoards view={view} onBoards={(boards) => void setBoards(boards)} /> : null}
          <OwnSites own={own} crms={crms} onAllowAddress={onAllowAddress} onRemove={onRemove} />
          <GenericCrms own={own} />
        </>
      }
    />
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="section">
      <h2 className="section-title">{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function LanguageChoice({
  language,
  onLanguage,
}: Pick<OptionsProps, 'onLanguage'> & Pick<WorkerState, 'language'>) {
  const { t } = useI18n();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{t('options.language')}</legend>
      {(['auto', 'de', 'en'] as const).map((value) => (
        <label className="segment" key={value}>
          <input
            type="radio"
            name="language"
            checked={language === value}
            onChange={() => onLanguage(value)}
          />
          <span>{t(`options.language.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
